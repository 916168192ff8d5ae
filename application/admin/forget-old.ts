// Run every few minutes: removes what nobody may or can use any more.

import type { AdminPorts } from './access/admin-ports.js';
import { knownOriginMsMax } from './sign-in/known-origin.js';
import { halfLoginMsMax } from './sign-in/half-log-in.js';
import { forgetServer } from './servers/change-server.js';
import { sessionIdleMsMax, sessionMsMax } from './sign-in/session-life.js';

const dayMs = 24 * 60 * 60_000;
/** Rounds of the audit log, of 10,000 entries each: the rest goes the next time. */
const auditRoundsMax = 20;
/** Long enough to see in the list what was revoked lately. */
const endedTokensMs = 30 * dayMs;
/** So long its id keeps its key though nothing is heard of it. Sooner an operator may remove it. */
const unseenServersMs = 180 * dayMs;
/** Servers keep characters for ever; the directory is a list for people. */
const playersMs = 400 * dayMs;
/** As long as anybody asks what became of one; the audit log keeps all of it for longer. */
const commandsMs = 30 * dayMs;
/** Ended ones, as long as the directory lists who is gone. */
const sanctionsMs = playersMs;
/** Resolved ones hold what players said to each other; what nobody decides in a year nobody needs. */
const resolvedReportsMs = 90 * dayMs;
const unresolvedReportsMs = playersMs;
const playersPerServerMax = 200_000;

export interface Retention {
  /** How long audit entries are kept, in days; 30 at least. */
  readonly auditDays: number;
}

export async function forgetOld(
  ports: Pick<
    AdminPorts,
    | 'sessions'
    | 'halfLogins'
    | 'attempts'
    | 'knownOrigins'
    | 'history'
    | 'servers'
    | 'serverTokens'
    | 'apiKeys'
    | 'players'
    | 'audit'
    | 'commands'
    | 'sanctions'
    | 'notes'
    | 'reports'
    | 'backupChecks'
    | 'live'
    | 'clock'
  >,
  { auditDays }: Retention,
): Promise<void> {
  const nowUnixMs = ports.clock.unixMs();
  await ports.sessions.removeExpired({
    createdBeforeUnixMs: nowUnixMs - sessionMsMax,
    seenBeforeUnixMs: nowUnixMs - sessionIdleMsMax,
  });
  await ports.halfLogins.removeCreatedBefore(nowUnixMs - halfLoginMsMax);
  await ports.attempts.removeExpired(nowUnixMs);
  await ports.knownOrigins.removeUnusedSince(nowUnixMs - knownOriginMsMax);
  await ports.serverTokens.removeEnded(nowUnixMs - endedTokensMs);
  await ports.apiKeys.removeEnded(endedTokensMs);
  await ports.players.forget({ seenBeforeUnixMs: nowUnixMs - playersMs, perServerMax: playersPerServerMax });
  await ports.commands.forget(commandsMs);
  await ports.sanctions.forget(sanctionsMs);
  await ports.reports.forget({
    resolvedBeforeMs: resolvedReportsMs,
    unresolvedBeforeMs: unresolvedReportsMs,
  });
  const unseenSinceUnixMs = nowUnixMs - unseenServersMs;
  // Before they are gone from the list: what breaks off is done again.
  for (const { id, lastSeenAtUnixMs } of await ports.servers.list())
    if (lastSeenAtUnixMs < unseenSinceUnixMs) await forgetServer(ports, id);
  for (const removed of await ports.servers.removeUnseen(unseenSinceUnixMs)) {
    const { id, name, publicKey, lastSeenAtUnixMs } = removed;
    await ports.audit.append({
      atUnixMs: nowUnixMs,
      actorId: undefined,
      actorName: 'housekeeping',
      action: 'server.remove',
      outcome: 'done',
      target: `server:${id}`,
      details: { name, publicKey, lastSeenAtUnixMs, why: 'not heard of for 180 days' },
      address: '',
      requestId: '',
    });
  }
  for (let round = 0; round < auditRoundsMax; round++)
    if ((await ports.audit.removeBefore(nowUnixMs - auditDays * dayMs, nowUnixMs)) === 0) return;
}
