// A new operator with a generated password, which is shown once to who created it.

import type { Account, HeldRole } from '#ports/admin/accounts/account-store.js';
import type { Role } from '#ports/admin/accounts/role.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { permissionsOf } from '../access/permissions.js';
import { recordAudit } from '../audit/record-audit.js';
import { heldRole } from './custom-roles.js';
import { mayGrantNow } from './may-grant-now.js';

export type CreateAccountResult =
  | { readonly ok: true; readonly account: Account; readonly password: string }
  | {
      readonly ok: false;
      readonly reason:
        'name-taken' | 'too-many-accounts' | 'unknown-role' | 'role-above-own' | 'role-changed';
    };

type Ports = Pick<AdminPorts, 'accounts' | 'audit' | 'hasher' | 'mint' | 'clock'>;

export async function createAccount(
  ports: Ports,
  caller: Caller,
  wish: { name: string; role: Role },
): Promise<CreateAccountResult> {
  const act = { action: 'account.create', target: `account-name:${wish.name}` };
  const judged = await judge(ports, caller, act, wish.role);
  if (typeof judged === 'string') return { ok: false, reason: judged };
  const password = ports.mint.password();
  // Who creates the account knows its first password.
  const account = await makeAccount(ports, { ...wish, password, passwordChangeDue: true });
  // While the hash was made the role may have become another one, and so may the caller.
  const held = await judge(ports, caller, act, wish.role);
  if (typeof held === 'string') return { ok: false, reason: held };
  const answer = await ports.accounts.add(account, held);
  if (answer === 'role-changed')
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { role: wish.role } });
  if (answer !== 'added') return { ok: false, reason: answer };
  await recordAudit(ports, caller, {
    ...act,
    outcome: 'done',
    details: { id: account.id, role: account.role },
  });
  return { ok: true, account, password };
}

/** What the role holds, where the caller may give it. */
async function judge(
  ports: Ports,
  caller: Caller,
  act: { readonly action: string; readonly target: string },
  role: Role,
): Promise<HeldRole | 'unknown-role' | 'role-above-own'> {
  const given = await heldRole(ports, role);
  if (given === undefined) return 'unknown-role';
  if (await mayGrantNow(ports, caller, permissionsOf(given))) return given;
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
