// Bodies of managing operators' accounts.

import { z } from 'zod';
import type { Account } from '#ports/admin/accounts/account-store.js';
import { accountName, id, role, time, toTime, toTimeOrNull } from '../http/wire-types.js';

const account = z
  .strictObject({
    id,
    name: z.string(),
    role,
    disabled: z.boolean(),
    createdAt: time,
    lastLoginAt: time.nullable(),
  })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof account>;

export const accountAnswer = z.strictObject({ account }).meta({ id: 'AccountAnswer' });
export type AccountAnswer = z.infer<typeof accountAnswer>;

export const accountsAnswer = z.strictObject({ accounts: z.array(account) }).meta({ id: 'AccountsAnswer' });
export type AccountsAnswer = z.infer<typeof accountsAnswer>;

export const createAccountBody = z
  .strictObject({ name: accountName, role })
  .meta({ id: 'CreateAccountBody' });
export type CreateAccountBody = z.infer<typeof createAccountBody>;

export const createdAccountAnswer = z
  .strictObject({ account, password: z.string().meta({ description: 'Shown this once' }) })
  .meta({ id: 'CreatedAccountAnswer' });
export type CreatedAccountAnswer = z.infer<typeof createdAccountAnswer>;

export const changeAccountBody = z
  .strictObject({ role: role.optional(), disabled: z.boolean().optional() })
  .refine((change) => change.role !== undefined || change.disabled !== undefined, 'Nothing to change')
  .meta({ id: 'ChangeAccountBody' });
export type ChangeAccountBody = z.infer<typeof changeAccountBody>;

export function presentAccount(account: Account): AccountView {
  return {
    id: account.id,
    name: account.name,
    role: account.role,
    disabled: account.disabled,
    createdAt: toTime(account.createdAtUnixMs),
    lastLoginAt: toTimeOrNull(account.lastLoginAtUnixMs),
  };
}
