// Name and password in, a new session out. Unknown, disabled and wrong all answer the same, after the same work;
// every try is counted before the password is looked at, so that parallel tries do not slip through.

import type { Account } from '#ports/account-store.js';
import type { AdminPorts } from './admin-ports.js';
import type { Origin } from './caller.js';
import { loginTries } from './login-limits.js';
import { passwordCharactersMax } from './password-policy.js';
import { sessionTokenPrefix } from './session-life.js';

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

export type LoginResult =
  | { readonly ok: true; readonly account: Account; readonly token: string }
  | { readonly ok: false; readonly reason: 'wrong-credentials' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<AdminPorts, 'accounts' | 'sessions' | 'attempts' | 'audit' | 'hasher' | 'mint' | 'clock'>;

export async function logIn(ports: Ports, credentials: Credentials, origin: Origin): Promise<LoginResult> {
  const tries = loginTries(credentials.name, origin.address);
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs > 0) {
    return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  }

  const account = await ports.accounts.findByName(credentials.name);
  const fits = await passwordFits(ports, account, credentials.password);
  if (!account || account.disabled || !fits) {
    await recordFailure(ports, credentials.name, account, origin);
    return { ok: false, reason: 'wrong-credentials' };
  }

  // The address's own count stays: one good account must not pay for guessing at others.
  await ports.attempts.clear([tries[0]!.key, tries[2]!.key]);
  await renewHash(ports, account, credentials.password);
  return { ok: true, account, token: await openSession(ports, account, origin) };
}

async function passwordFits(ports: Ports, account: Account | undefined, password: string): Promise<boolean> {
  const tooLong = password.length > passwordCharactersMax * 2;
  return ports.hasher.verify(tooLong ? '' : password, account?.passwordHash ?? ports.hasher.decoyHash);
}

async function renewHash(ports: Ports, account: Account, password: string): Promise<void> {
  if (!ports.hasher.isOutdated(account.passwordHash)) return;
  await ports.accounts.setPasswordHash(account.id, await ports.hasher.hash(password));
}

async function openSession(ports: Ports, account: Account, origin: Origin): Promise<string> {
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
  await ports.audit.append({
    atUnixMs: nowUnixMs,
    actorId: account.id,
    actorName: account.name,
    action: 'auth.login',
    outcome: 'done',
    target: `account:${account.id}`,
    details: {},
    address: origin.address,
    requestId: origin.requestId,
  });
  return token;
}

async function recordFailure(
  ports: Ports,
  name: string,
  account: Account | undefined,
  origin: Origin,
): Promise<void> {
  const reason = !account ? 'unknown-account' : account.disabled ? 'disabled' : 'wrong-password';
  await ports.audit.append({
    atUnixMs: ports.clock.unixMs(),
    actorId: account?.id,
    // A password typed into the name's field must not end up in the log.
    actorName: account?.name ?? '(unknown)',
    action: 'auth.login',
    outcome: 'refused',
    target: account ? `account:${account.id}` : '',
    details: { reason, nameCharacters: name.length },
    address: origin.address,
    requestId: origin.requestId,
  });
}
