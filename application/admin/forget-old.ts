// Run every few minutes: removes what nobody may or can use any more.

import type { AdminPorts } from './admin-ports.js';
import { historyMinutesMax } from './read-history.js';
import { sessionIdleMsMax, sessionMsMax } from './session-life.js';

const dayMs = 24 * 60 * 60_000;
/** Rounds of the audit log, of 10,000 entries each: the rest goes the next time. */
const auditRoundsMax = 20;

export interface Retention {
  /** How long audit entries are kept, in days; 30 at least. */
  readonly auditDays: number;
}

export async function forgetOld(
  ports: Pick<AdminPorts, 'sessions' | 'attempts' | 'history' | 'audit' | 'clock'>,
  { auditDays }: Retention,
): Promise<void> {
  const nowUnixMs = ports.clock.unixMs();
  await ports.sessions.removeExpired({
    createdBeforeUnixMs: nowUnixMs - sessionMsMax,
    seenBeforeUnixMs: nowUnixMs - sessionIdleMsMax,
  });
  await ports.attempts.removeExpired(nowUnixMs);
  await ports.history.removeBefore(nowUnixMs - historyMinutesMax * 60_000);
  for (let round = 0; round < auditRoundsMax; round++)
    if ((await ports.audit.removeBefore(nowUnixMs - auditDays * dayMs, nowUnixMs)) === 0) return;
}
