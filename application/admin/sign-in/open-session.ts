// The end of every log-in: a session, the browser known from now on, and an entry in the log.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { rememberOrigin } from './known-origin.js';
import { sessionTokenPrefix } from './session-life.js';

export interface OpenedSession {
  readonly ok: true;
  readonly account: Account;
  readonly token: string;
  /** For the browser to keep: with it, it is known next time. */
  readonly browserToken: string;
}

export async function openSession(
  ports: Pick<AdminPorts, 'accounts' | 'sessions' | 'knownOrigins' | 'audit' | 'mint' | 'clock'>,
  account: Account,
  origin: Origin,
  details: Readonly<Record<string, unknown>> = {},
): Promise<OpenedSession> {
  const browserToken = await rememberOrigin(ports, account.id, origin);
  const nowUnixMs = ports.clock.unixMs();
  const token = ports.mint.token(sessionTokenPrefix);
  await ports.sessions.add({
    tokenDigest: ports.mint.digest(token),
    accountId: account.id,
    createdAtUnixMs: nowUnixMs,
    lastSeenAtUnixMs: nowUnixMs,
    address: origin.address,
    userAgent: origin.userAgent.slice(0, 200),
  });
  await ports.accounts.noteLogin(account.id, nowUnixMs);
  await recordLogIn(ports, account, origin, { outcome: 'done', details });
  return { ok: true, account, token, browserToken };
}

export async function recordLogIn(
  ports: Pick<AdminPorts, 'audit' | 'clock'>,
  account: Account | undefined,
  origin: Origin,
  { action = 'auth.login', outcome, details }: RecordedLogIn,
): Promise<void> {
  await ports.audit.append({
    atUnixMs: ports.clock.unixMs(),
    actorId: account?.id,
    // A password typed into the name's field must not end up in the log.
    actorName: account?.name ?? '(unknown)',
    action,
    outcome,
    target: account ? `account:${account.id}` : '',
    details,
    address: origin.address,
    requestId: origin.requestId,
  });
}

interface RecordedLogIn {
  readonly action?: string;
  readonly outcome: 'done' | 'refused';
  readonly details: Readonly<Record<string, unknown>>;
}

/** The try that brings a lock about says so; those that it refuses leave no entries. */
export function lockDetails(lockedMs: number): Readonly<Record<string, unknown>> {
  return lockedMs > 0 ? { lockedSeconds: Math.ceil(lockedMs / 1000) } : {};
}
