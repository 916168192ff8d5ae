// Bodies of logging in and of one's own account.

import { z } from 'zod';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { permissions, permissionsOf } from '#application/admin/access/permissions.js';
import type { Account } from '#ports/admin/accounts/account-store.js';
import { count, id, role, text, wellFormed } from '../http/wire-types.js';

/** Any characters; what the hasher takes is shorter. */
export const password = wellFormed(z.string()).min(1).max(1024);

export const loginBody = z.strictObject({ name: text(64).min(1), password }).meta({ id: 'LoginBody' });
export type LoginBody = z.infer<typeof loginBody>;

export const passwordBody = z
  .strictObject({
    currentPassword: password,
    newPassword: password.meta({ example: 'several unrelated words of my own' }),
  })
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
    secondFactor: z.enum(['on', 'off', 'due']).meta({
      id: 'SecondFactorState',
      description: 'due: the role demands one, and nothing else is open before it is there',
    }),
    recoveryCodesLeft: count,
  })
  .meta({ id: 'OwnAccount' });

export const ownAccountAnswer = z.strictObject({ account: ownAccount }).meta({ id: 'OwnAccountAnswer' });
export type OwnAccountAnswer = z.infer<typeof ownAccountAnswer>;

/** One of the two. */
export const loginAnswer = z
  .strictObject({
    account: ownAccount.nullable(),
    codeDue: z.boolean().meta({
      description:
        'The password was right, and a code of the second factor is still to come: POST /api/v1/auth/login/code',
    }),
  })
  .meta({ id: 'LoginAnswer' });
export type LoginAnswer = z.infer<typeof loginAnswer>;

export async function presentOwnAccount(
  { secondFactors }: Pick<AdminPorts, 'secondFactors'>,
  account: Account,
): Promise<OwnAccountAnswer> {
  const { id, name, role, passwordChangeDue } = account;
  const isOn = (await secondFactors.find(id)) !== undefined;
  const secondFactor = isOn ? 'on' : (await secondFactors.isDue(account)) ? 'due' : 'off';
  const recoveryCodesLeft = isOn ? await secondFactors.countRecoveryCodes(id) : 0;
  const more = { passwordChangeDue, secondFactor, recoveryCodesLeft } as const;
  return { account: { id, name, role, permissions: [...permissionsOf(account)], ...more } };
}
