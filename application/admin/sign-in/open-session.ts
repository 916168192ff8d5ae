// The end of every log-in: a session, the browser known from now on, and an entry in the log. Judging takes a while, and the
// account may be another one meanwhile: whoever changes password, role, second factor or access ends its sessions after
// that. So the session is added first and the account looked at then: what was changed before that look is seen by it, and
// what is changed after it ends this session too.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { SecondFactor } from '#ports/admin/sign-in/second-factors.js';
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

interface Judged {
  /** Whose code was right; undefined for who has none. */
  readonly factor: SecondFactor | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
}

type Ports = Pick<
  AdminPorts,
  'accounts' | 'sessions' | 'secondFactors' | 'knownOrigins' | 'audit' | 'mint' | 'clock'
>;

/** `account` as it was judged; undefined, and nothing is opened, when it is not that any more. */
export async function openSession(
  ports: Ports,
  account: Account,
  origin: Origin,
  judged: Judged,
): Promise<OpenedSession | undefined> {
  const { factor, details = {} } = judged;
  const nowUnixMs = ports.clock.unixMs();
  const token = ports.mint.token(sessionTokenPrefix);
  const tokenDigest = ports.mint.digest(token);
  await ports.sessions.add({
    tokenDigest,
    accountId: account.id,
    createdAtUnixMs: nowUnixMs,
    lastSeenAtUnixMs: nowUnixMs,
    address: origin.address,
    userAgent: origin.userAgent.slice(0, 200),
  });
  if (!(await isAsJudged(ports, account, factor))) {
    await ports.sessions.remove(tokenDigest);
    return undefined;
  }
  const browserToken = await rememberOrigin(ports, account.id, origin);
  await ports.accounts.noteLogin(account.id, nowUnixMs);
  await recordLogIn(ports, account, origin, { outcome: 'done', details });
  return { ok: true, account, token, browserToken };
}

async function isAsJudged(
  { accounts, secondFactors }: Pick<Ports, 'accounts' | 'secondFactors'>,
  { id, passwordHash, role }: Account,
  factor: SecondFactor | undefined,
): Promise<boolean> {
  const now = await accounts.find(id);
  const factorNow = await secondFactors.find(id);
  const isSame = now?.disabled === false && now.passwordHash === passwordHash && now.role === role;
  return isSame && factorNow?.sealedSecret === factor?.sealedSecret;
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
