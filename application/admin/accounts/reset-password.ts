// A password for a colleague who lost it, by who holds as much: generated, shown once, and to be changed at the next log-in.
// As after the owner's reset all sessions and API keys end, no browser or network is known any more and no lock is left; a second factor
// stays, and is asked for with it.

import type {} from '#ports/admin/sign-in/half-logins.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { accountKeys } from '../sign-in/login-limits.js';
import { endSessionsOf } from './end-sessions.js';
import { findColleague, type ColleagueRefusal } from './find-colleague.js';

const action = 'account.reset-password';

type Ports = Pick<
  AdminPorts,
  | 'accounts'
  | 'sessions'
  | 'halfLogins'
  | 'attempts'
  | 'knownOrigins'
  | 'apiKeys'
  | 'hasher'
  | 'mint'
  | 'audit'
  | 'live'
  | 'clock'
>;

export type ResetPasswordResult =
  | { readonly ok: true; readonly password: string }
  | ColleagueRefusal
  | { readonly ok: false; readonly reason: 'role-changed' };

export async function resetPassword(ports: Ports, caller: Caller, id: string): Promise<ResetPasswordResult> {
  const judged = await findColleague(ports, caller, { id, action });
  if (!judged.ok) return judged;
  const password = ports.mint.password();
  const hash = await ports.hasher.hash(password);
  // Hashing takes as long as its queue is: whoever holds more by now than the caller is not theirs to reset any more.
  const found = await findColleague(ports, caller, { id, action });
  if (!found.ok) return found;
  const reset = await ports.accounts.resetPassword(id, hash, found.colleague);
  if (reset === 'role-changed') {
    const details = { reason: reset };
    await recordAudit(ports, caller, { action, outcome: 'refused', target: `account:${id}`, details });
  }
  if (reset !== 'reset') return { ok: false, reason: reset };
  const sessionsEnded = await endSessionsOf(ports, id);
  const apiKeysRevoked = (await ports.apiKeys.revokeAllOf(id)).length;
  await ports.knownOrigins.forgetAllOf(id);
  await ports.attempts.clearBeginningWith(accountKeys(found.colleague));
  await recordAudit(ports, caller, {
    action,
    outcome: 'done',
    target: `account:${id}`,
    details: { sessionsEnded, apiKeysRevoked },
  });
  return { ok: true, password };
}
