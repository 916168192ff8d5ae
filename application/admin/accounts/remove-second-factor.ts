// The end of a second factor: of one's own, with the password again, unless the role demands one; or a colleague's, who lost
// phone and recovery codes, by who holds as much. The account's sessions end: the next log-in is with the password alone.

import type {} from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { endSessionsOf } from './end-sessions.js';
import { findColleague, type ColleagueRefusal } from './find-colleague.js';
import { requireOwnPassword, type OwnPasswordPorts, type OwnPasswordRefusal } from './own-password.js';

/** Two words, since the log counts what anybody can do to the own account again and again (quiet-audit-log). */
const ownAction = 'auth.second-factor-removed';
const colleaguesAction = 'account.second-factor-removed';

type RemovePorts = Pick<AdminPorts, 'secondFactors' | 'sessions' | 'halfLogins' | 'audit' | 'live' | 'clock'>;

export type RemoveOwnResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no-second-factor' | 'second-factor-demanded' }
  | OwnPasswordRefusal;

export async function removeOwnSecondFactor(
  ports: OwnPasswordPorts & RemovePorts,
  caller: Caller,
  password: string,
): Promise<RemoveOwnResult> {
  const { id, role } = caller.account;
  const asked = await requireOwnPassword(ports, caller, { password, action: ownAction });
  if (!asked.ok) return asked;
  if ((await ports.secondFactors.listDemands()).has(role))
    return { ok: false, reason: 'second-factor-demanded' };
  return remove(ports, caller, { id, action: ownAction, but: caller.tokenDigest });
}

export type RemoveColleaguesResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'no-second-factor' } | ColleagueRefusal;

export async function removeColleaguesSecondFactor(
  ports: RemovePorts & Pick<AdminPorts, 'accounts'>,
  caller: Caller,
  id: string,
): Promise<RemoveColleaguesResult> {
  const found = await findColleague(ports, caller, { id, action: colleaguesAction });
  return found.ok ? remove(ports, caller, { id, action: colleaguesAction }) : found;
}

async function remove(
  ports: RemovePorts,
  caller: Caller,
  { id, action, but }: { readonly id: string; readonly action: string; readonly but?: string },
): Promise<{ ok: true } | { ok: false; reason: 'no-second-factor' }> {
  if (!(await ports.secondFactors.remove(id))) return { ok: false, reason: 'no-second-factor' };
  const sessionsEnded = await endSessionsOf(ports, id, but);
  await recordAudit(ports, caller, {
    action,
    outcome: 'done',
    target: `account:${id}`,
    details: { sessionsEnded },
  });
  return { ok: true };
}
