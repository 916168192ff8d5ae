// Ends one session and its event streams at once.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';

export async function logOut(
  ports: Pick<AdminPorts, 'sessions' | 'live' | 'audit' | 'clock'>,
  caller: Caller,
): Promise<void> {
  await ports.sessions.remove(caller.tokenDigest);
  ports.live.endStreamsOfSession(caller.tokenDigest);
  await recordAudit(ports, caller, {
    action: 'auth.logout',
    outcome: 'done',
    target: `account:${caller.account.id}`,
    details: {},
  });
}
