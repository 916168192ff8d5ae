// A new operator with a generated password, which is shown once to who created it.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { Role } from '#ports/admin/accounts/role.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { permissionsOfRoleNamed } from './custom-roles.js';
import { mayGrantNow } from './may-grant-now.js';

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
  const refusal = await refusalOf(ports, caller, act, wish.role);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const password = ports.mint.password();
  // Who creates the account knows its first password.
  const account = await makeAccount(ports, { ...wish, password, passwordChangeDue: true });
  // While the hash was made the role may have become another one, and so may the caller.
  const late = await refusalOf(ports, caller, act, wish.role);
  if (late !== undefined) return { ok: false, reason: late };
  const answer = await ports.accounts.add(account);
  if (answer !== 'added') return { ok: false, reason: answer };
  await recordAudit(ports, caller, {
    ...act,
    outcome: 'done',
    details: { id: account.id, role: account.role },
  });
  return { ok: true, account, password };
}

async function refusalOf(
  ports: Ports,
  caller: Caller,
  act: { readonly action: string; readonly target: string },
  role: Role,
): Promise<'unknown-role' | 'role-above-own' | undefined> {
  const given = await permissionsOfRoleNamed(ports, role);
  if (given === undefined) return 'unknown-role';
  if (await mayGrantNow(ports, caller, given)) return undefined;
  await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { role } });
  return 'role-above-own';
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
