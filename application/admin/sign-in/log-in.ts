// Name and password in; out comes a new session or, where there is a second factor, the way to it (finish-log-in). Unknown,
// disabled and wrong all answer the same, after the same work.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { beginHalfWay } from './half-log-in.js';
import { endTries, judgeTry } from './judge-try.js';
import { recogniseOrigin } from './known-origin.js';
import { accountKeys, loginTries, networkOf } from './login-limits.js';
import { lockDetails, openSession, recordLogIn, type OpenedSession } from './open-session.js';
import { passwordCharactersMax } from './password-policy.js';

export interface LogInCredentials {
  readonly name: string;
  readonly password: string;
}

export type LoginResult =
  | OpenedSession
  | { readonly ok: false; readonly reason: 'wrong-credentials' }
  /** The token opens the second step. */
  | { readonly ok: false; readonly reason: 'code-due'; readonly halfToken: string }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

/** Of what is looked for: twice what an account's name may have. */
const nameCharactersMax = 64;

type Ports = Pick<
  AdminPorts,
  | 'accounts'
  | 'sessions'
  | 'halfLogins'
  | 'secondFactors'
  | 'attempts'
  | 'knownOrigins'
  | 'audit'
  | 'hasher'
  | 'mint'
  | 'clock'
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
  const renewed = await renewHash(ports, account, credentials.password);
  if (!renewed) return changedMeanwhile(ports, account, origin);
  if (await ports.secondFactors.find(account.id)) {
    // Somebody knows the password: of use to who looks where wrong codes come from.
    await recordLogIn(ports, account, origin, { action: 'auth.code-due', outcome: 'done', details: {} });
    return { ok: false, reason: 'code-due', halfToken: await beginHalfWay(ports, renewed) };
  }
  await endTries(ports, tries);
  const opened = await openSession(ports, renewed, origin, { factor: undefined });
  return opened ?? changedMeanwhile(ports, account, origin);
}

/** The password was right when it was judged, and is it no more, or not alone. */
async function changedMeanwhile(ports: Ports, account: Account, origin: Origin): Promise<LoginResult> {
  const details = { reason: 'changed-meanwhile' };
  await recordLogIn(ports, account, origin, { outcome: 'refused', details });
  return { ok: false, reason: 'wrong-credentials' };
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

/** Undefined when the password is another meanwhile. */
async function renewHash(ports: Ports, account: Account, password: string): Promise<Account | undefined> {
  if (!ports.hasher.isOutdated(account.passwordHash)) return account;
  const passwordHash = await ports.hasher.hash(password);
  const isRenewed = await ports.accounts.renewPasswordHash(account.id, account.passwordHash, passwordHash);
  return isRenewed ? { ...account, passwordHash } : undefined;
}

async function recordFailure(
  ports: Ports,
  name: string,
  account: Account | undefined,
  origin: Origin,
  lockedMs: number,
): Promise<void> {
  const reason = !account ? 'unknown-account' : account.disabled ? 'disabled' : 'wrong-password';
  const details = { reason, nameCharacters: name.length, ...lockDetails(lockedMs) };
  await recordLogIn(ports, account, origin, { outcome: 'refused', details });
}
