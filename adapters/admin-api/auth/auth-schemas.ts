// Bodies of logging in and of one's own account.

import { z } from 'zod';
import { permissions, permissionsOf } from '#application/admin/permissions.js';
import type { Account } from '#ports/account-store.js';
import { id, role, text } from '../http/wire-types.js';

export const loginBody = z
  .strictObject({ name: text(64).min(1), password: z.string().min(1).max(1024) })
  .meta({ id: 'LoginBody' });
export type LoginBody = z.infer<typeof loginBody>;

export const passwordBody = z
  .strictObject({ currentPassword: z.string().min(1).max(1024), newPassword: z.string().min(1).max(1024) })
  .meta({ id: 'PasswordBody' });
export type PasswordBody = z.infer<typeof passwordBody>;

const ownAccount = z
  .strictObject({ id, name: z.string(), role, permissions: z.array(z.enum(permissions)) })
  .meta({ id: 'OwnAccount' });

export const ownAccountAnswer = z.strictObject({ account: ownAccount }).meta({ id: 'OwnAccountAnswer' });
export type OwnAccountAnswer = z.infer<typeof ownAccountAnswer>;

export function presentOwnAccount(account: Account): OwnAccountAnswer {
  const { id, name, role } = account;
  return { account: { id, name, role, permissions: [...permissionsOf(role)] } };
}
