// Somebody else, of whom one may take or to whom one may give: who holds no more than oneself. Not oneself: what is done to
// the own account takes the own password.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { permissionsOf } from '../access/permissions.js';
import { recordAudit } from '../audit/record-audit.js';
import { mayGrantNow } from './may-grant-now.js';

export interface ColleagueRefusal {
  readonly ok: false;
  readonly reason: 'unknown-account' | 'own-account' | 'role-above-own';
}

/** `action` is what the log calls that for which it is asked. */
export async function findColleague(
  ports: Pick<AdminPorts, 'accounts' | 'audit' | 'clock'>,
  caller: Caller,
  { id, action }: { readonly id: string; readonly action: string },
): Promise<{ readonly ok: true; readonly colleague: Account } | ColleagueRefusal> {
  if (id === caller.account.id) return { ok: false, reason: 'own-account' };
  const colleague = await ports.accounts.find(id);
  if (!colleague) return { ok: false, reason: 'unknown-account' };
  if (await mayGrantNow(ports, caller, permissionsOf(colleague))) return { ok: true, colleague };
  const reason = 'role-above-own';
  await recordAudit(ports, caller, {
    action,
    outcome: 'refused',
    target: `account:${id}`,
    details: { reason },
  });
  return { ok: false, reason };
}
