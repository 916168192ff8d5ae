// Of which roles a second factor is demanded. Who lacks it can do nothing but enrol from the next request on; what streams
// to them ends.

import type { Role } from '#ports/admin/accounts/role.js';
import type {} from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { permissionsOfRoleNamed } from './custom-roles.js';

export async function demandSecondFactor(
  ports: Pick<AdminPorts, 'accounts' | 'secondFactors' | 'audit' | 'live' | 'clock'>,
  caller: Caller,
  { role, demanded }: { readonly role: Role; readonly demanded: boolean },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'unknown-role' }> {
  if ((await permissionsOfRoleNamed(ports, role)) === undefined) return { ok: false, reason: 'unknown-role' };
  if (!(await ports.secondFactors.demand(role, demanded))) return { ok: true };
  await recordAudit(ports, caller, {
    action: 'role.second-factor',
    outcome: 'done',
    target: `role:${role}`,
    details: { before: !demanded, after: demanded },
  });
  if (!demanded) return { ok: true };
  for (const account of await ports.accounts.list())
    if (await ports.secondFactors.isDue(account)) ports.live.endStreamsOfAccount(account.id);
  return { ok: true };
}
