// Ends what an account has open: sessions, their event streams, and log-ins that wait for a code. With `but`, all other
// sessions than that one.

import type { AdminPorts } from '../access/admin-ports.js';

export async function endSessionsOf(
  ports: Pick<AdminPorts, 'sessions' | 'halfLogins' | 'live'>,
  accountId: string,
  but?: string,
): Promise<number> {
  await ports.halfLogins.removeOfAccount(accountId);
  const ended = await ports.sessions.removeOfAccount(accountId, but);
  ports.live.endStreamsOfAccount(accountId, but);
  return ended;
}
