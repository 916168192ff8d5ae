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
    secondFactor: z.boolean(),
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

export const resetPasswordAnswer = z
  .strictObject({
    password: z.string().meta({ description: 'Shown this once; to be changed at the next log-in' }),
  })
  .meta({ id: 'ResetPasswordAnswer' });
export type ResetPasswordAnswer = z.infer<typeof resetPasswordAnswer>;

export const changeAccountBody = z
  .strictObject({ role: role.optional(), disabled: z.boolean().optional() })
  .refine((change) => change.role !== undefined || change.disabled !== undefined, 'Nothing to change')
  .meta({ id: 'ChangeAccountBody' });
export type ChangeAccountBody = z.infer<typeof changeAccountBody>;

export const secondFactorDemandsAnswer = z
  .strictObject({
    roles: z.array(role).meta({ description: 'Who holds one of them has to have a second factor' }),
  })
  .meta({ id: 'SecondFactorDemandsAnswer' });
export type SecondFactorDemandsAnswer = z.infer<typeof secondFactorDemandsAnswer>;

export const secondFactorDemandBody = z
  .strictObject({ demanded: z.boolean() })
  .meta({ id: 'SecondFactorDemandBody' });
export type SecondFactorDemandBody = z.infer<typeof secondFactorDemandBody>;

export function presentAccount(account: Account, secondFactor: boolean): AccountView {
  return {
    id: account.id,
    name: account.name,
    role: account.role,
    disabled: account.disabled,
    secondFactor,
    createdAt: toTime(account.createdAtUnixMs),
    lastLoginAt: toTimeOrNull(account.lastLoginAtUnixMs),
  };
}
