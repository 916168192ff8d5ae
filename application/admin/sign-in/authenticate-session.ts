// From a cookie's token, or the digest of one, to the account behind it, as it is now: a disabled account, an ended or
// outlived session is nobody, from the next request on.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { isSessionAlive, sessionTouchMs } from './session-life.js';

type Ports = Pick<AdminPorts, 'accounts' | 'sessions' | 'clock'>;

export async function authenticateDigest(ports: Ports, tokenDigest: string): Promise<Account | undefined> {
  const nowUnixMs = ports.clock.unixMs();
  const session = await ports.sessions.find(tokenDigest);
  if (!session || !isSessionAlive(session, nowUnixMs)) return undefined;
  const account = await ports.accounts.find(session.accountId);
  if (!account || account.disabled) return undefined;
  if (nowUnixMs - session.lastSeenAtUnixMs >= sessionTouchMs) {
    await ports.sessions.touch(tokenDigest, nowUnixMs);
  }
  return account;
}

export async function authenticateSession(
  ports: Ports & Pick<AdminPorts, 'mint'>,
  token: string,
): Promise<{ account: Account; tokenDigest: string } | undefined> {
  const tokenDigest = ports.mint.digest(token);
  const account = await authenticateDigest(ports, tokenDigest);
  return account && { account, tokenDigest };
}
