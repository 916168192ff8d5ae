// Name and password in, a new session out. Unknown, disabled and wrong all answer the same, after the same work.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { judgeTry } from './judge-try.js';
import { recogniseOrigin, rememberOrigin } from './known-origin.js';
import { accountKeys, loginTries, networkOf } from './login-limits.js';
import { passwordCharactersMax } from './password-policy.js';
import { sessionTokenPrefix } from './session-life.js';

export interface LogInCredentials {
  readonly name: string;
  readonly password: string;
}

export type LoginResult =
  | {
      readonly ok: true;
      readonly account: Account;
      readonly token: string;
      /** For the browser to keep: with it, it is known next time. */
      readonly browserToken: string;
    }
  | { readonly ok: false; readonly reason: 'wrong-credentials' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

/** Of what is looked for: twice what an account's name may have. */
const nameCharactersMax = 64;

type Ports = Pick<
  AdminPorts,
  'accounts' | 'sessions' | 'attempts' | 'knownOrigins' | 'audit' | 'hasher' | 'mint' | 'clock'
>;

export async function logIn(
  ports: Ports,
  credentials: LogInCredentials,
  origin: Origin,
): Promise<LoginResult> {
  const name = spelledAsStored(credentials.name);
  const account = await ports.accounts.findByName(name);
  const who = await recogniseOrigin(ports, account?.id, origin);
  const tries = loginTries(accountKeys(account ?? { unknownName: name }), origin.address, who);
  const turn = { from: networkOf(origin.address), known: who.kind !== 'stranger' };
  const verdict = await judgeTry(ports, tries, async () => {
    const fits = await passwordFits(ports, account, credentials.password, turn);
    return fits && account?.disabled === false;
  });
  if (verdict.kind === 'locked-out') {
    return { ok: false, reason: 'locked-out', retryAfterSeconds: verdict.retryAfterSeconds };
  }
  if (verdict.kind === 'wrong' || !account) {
    const lockedMs = await ports.attempts.lockedMs(tries, ports.clock.unixMs());
    await recordFailure(ports, credentials.name, account, origin, lockedMs);
    return { ok: false, reason: 'wrong-credentials' };
  }
  await renewHash(ports, account, credentials.password);
  const browserToken = await rememberOrigin(ports, account.id, origin);
  return { ok: true, account, token: await openSession(ports, account, origin), browserToken };
}

/** Names are ASCII, a keyboard may give their letters wide, and a space behind. Cut, because one letter may become many. */
function spelledAsStored(name: string): string {
  return [...name.normalize('NFKC').trim().toLowerCase()].slice(0, nameCharactersMax).join('');
}

async function passwordFits(
  ports: Ports,
  account: Account | undefined,
  password: string,
  turn: { from: string; known: boolean },
): Promise<boolean> {
  const tooLong = password.normalize('NFKC').length > passwordCharactersMax * 2;
  const hash = account?.passwordHash ?? ports.hasher.decoyHash;
  return ports.hasher.verify(tooLong ? '' : password, hash, turn);
}

async function renewHash(ports: Ports, account: Account, password: string): Promise<void> {
  if (!ports.hasher.isOutdated(account.passwordHash)) return;
  await ports.accounts.renewPasswordHash(account.id, await ports.hasher.hash(password));
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
  lockedMs: number,
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
    details: {
      reason,
      nameCharacters: name.length,
      // The try that brings a lock about says so; those that it refuses leave no entries.
      ...(lockedMs > 0 && { lockedSeconds: Math.ceil(lockedMs / 1000) }),
    },
    address: origin.address,
    requestId: origin.requestId,
  });
}
