// A new operator with a generated password, which is shown once to who created it.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { Role } from '#ports/admin/accounts/role.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { mayGrant } from '../access/permissions.js';
import { recordAudit } from '../audit/record-audit.js';
import { permissionsOfRoleNamed } from './custom-roles.js';

export type CreateAccountResult =
  | { readonly ok: true; readonly account: Account; readonly password: string }
  | {
      readonly ok: false;
      readonly reason: 'name-taken' | 'too-many-accounts' | 'unknown-role' | 'role-above-own';
    };

type Ports = Pick<AdminPorts, 'accounts' | 'audit' | 'hasher' | 'mint' | 'clock'>;

export async function createAccount(
  ports: Ports,
  caller: Caller,
  wish: { name: string; role: Role },
): Promise<CreateAccountResult> {
  const act = { action: 'account.create', target: `account-name:${wish.name}` };
  const given = await permissionsOfRoleNamed(ports, wish.role);
  if (given === undefined) return { ok: false, reason: 'unknown-role' };
  if (!mayGrant(caller.account, given)) {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { role: wish.role } });
    return { ok: false, reason: 'role-above-own' };
  }
  const password = ports.mint.password();
  // Who creates the account knows its first password.
  const account = await makeAccount(ports, { ...wish, password, passwordChangeDue: true });
  const answer = await ports.accounts.add(account);
  if (answer !== 'added') return { ok: false, reason: answer };
  await recordAudit(ports, caller, {
    ...act,
    outcome: 'done',
    details: { id: account.id, role: account.role },
  });
  return { ok: true, account, password };
}

export async function makeAccount(
  ports: Pick<AdminPorts, 'hasher' | 'mint' | 'clock'>,
  wish: { name: string; role: Role; password: string; passwordChangeDue: boolean },
): Promise<Account> {
  return {
    id: ports.mint.uuid(),
    name: wish.name,
    role: wish.role,
    disabled: false,
    passwordHash: await ports.hasher.hash(wish.password),
    passwordChangeDue: wish.passwordChangeDue,
    createdAtUnixMs: ports.clock.unixMs(),
    lastLoginAtUnixMs: undefined,
  };
}
