// Of which roles a second factor is demanded. Who lacks it can do nothing but enrol from the next request on; what streams
// to them ends.

import type { Role } from '#ports/admin/accounts/role.js';
import type {} from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { mayGrant } from '../access/permissions.js';
import { recordAudit } from '../audit/record-audit.js';
import { permissionsOfRoleNamed } from './custom-roles.js';

export type DemandResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'unknown-role' | 'role-above-own' };

export async function demandSecondFactor(
  ports: Pick<AdminPorts, 'accounts' | 'secondFactors' | 'audit' | 'live' | 'clock'>,
  caller: Caller,
  { role, demanded }: { readonly role: Role; readonly demanded: boolean },
): Promise<DemandResult> {
  const given = await permissionsOfRoleNamed(ports, role);
  // What is left of a role that is gone can be lifted.
  if (given === undefined && demanded) return { ok: false, reason: 'unknown-role' };
  const act = { action: 'role.second-factor', target: `role:${role}` };
  if (!mayGrant(caller.account, given ?? [])) {
    const reason = 'role-above-own';
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason } });
    return { ok: false, reason };
  }
  if (!(await ports.secondFactors.demand(role, demanded))) return { ok: true };
  await recordAudit(ports, caller, {
    ...act,
    outcome: 'done',
    details: { before: !demanded, after: demanded },
  });
  if (!demanded) return { ok: true };
  for (const account of await ports.accounts.list())
    if (await ports.secondFactors.isDue(account)) ports.live.endStreamsOfAccount(account.id);
  return { ok: true };
}
