// Run every few minutes: removes what nobody may or can use any more.

import type { AdminPorts } from './admin-ports.js';
import { historyMinutesMax } from './read-history.js';
import { sessionIdleMsMax, sessionMsMax } from './session-life.js';

export async function forgetOld(
  ports: Pick<AdminPorts, 'sessions' | 'attempts' | 'history' | 'clock'>,
): Promise<void> {
  const nowUnixMs = ports.clock.unixMs();
  await ports.sessions.removeExpired({
    createdBeforeUnixMs: nowUnixMs - sessionMsMax,
    seenBeforeUnixMs: nowUnixMs - sessionIdleMsMax,
  });
  await ports.attempts.removeExpired(nowUnixMs);
  await ports.history.removeBefore(nowUnixMs - historyMinutesMax * 60_000);
}
