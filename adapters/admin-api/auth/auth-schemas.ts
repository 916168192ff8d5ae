// Bodies of logging in and of one's own account.

import { z } from 'zod';
import { permissions, permissionsOf } from '#application/admin/access/permissions.js';
import type { Account } from '#ports/admin/accounts/account-store.js';
import { id, role, text, wellFormed } from '../http/wire-types.js';

/** Any characters; what the hasher takes is shorter. */
const password = wellFormed(z.string()).min(1).max(1024);

export const loginBody = z.strictObject({ name: text(64).min(1), password }).meta({ id: 'LoginBody' });
export type LoginBody = z.infer<typeof loginBody>;

export const passwordBody = z
  .strictObject({ currentPassword: password, newPassword: password })
  .meta({ id: 'PasswordBody' });
export type PasswordBody = z.infer<typeof passwordBody>;

const ownAccount = z
  .strictObject({
    id,
    name: z.string(),
    role,
    permissions: z.array(z.enum(permissions)),
    passwordChangeDue: z
      .boolean()
      .meta({ description: 'Somebody else knows the password: nothing else is open before it is changed' }),
  })
  .meta({ id: 'OwnAccount' });

export const ownAccountAnswer = z.strictObject({ account: ownAccount }).meta({ id: 'OwnAccountAnswer' });
export type OwnAccountAnswer = z.infer<typeof ownAccountAnswer>;

export function presentOwnAccount(account: Account): OwnAccountAnswer {
  const { id, name, role, passwordChangeDue } = account;
  return { account: { id, name, role, permissions: [...permissionsOf(role)], passwordChangeDue } };
}
