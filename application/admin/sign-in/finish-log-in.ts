// The second step of a log-in: the code. Wrong ones count where wrong passwords do. Only the end of the whole log-in forgets
// wrong tries before it, so that who knows the password has no more tries at the code than who does not.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { findHalfWay } from './half-log-in.js';
import { endTries, judgeTry } from './judge-try.js';
import { recogniseOrigin } from './known-origin.js';
import { accountKeys, codeTries } from './login-limits.js';
import { lockDetails, openSession, recordLogIn, type OpenedSession } from './open-session.js';
import { openSecret, readCode, spendCode } from './second-factor.js';

export type FinishLogInResult =
  | OpenedSession
  | { readonly ok: false; readonly reason: 'login-expired' | 'wrong-code' | 'second-factor-unreadable' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<
  AdminPorts,
  | 'accounts'
  | 'sessions'
  | 'halfLogins'
  | 'secondFactors'
  | 'sealer'
  | 'codes'
  | 'attempts'
  | 'knownOrigins'
  | 'audit'
  | 'mint'
  | 'clock'
>;

export async function finishLogIn(
  ports: Ports,
  given: { readonly token: string; readonly code: string },
  origin: Origin,
): Promise<FinishLogInResult> {
  const half = await findHalfWay(ports, given.token);
  if (!half) return { ok: false, reason: 'login-expired' };
  const { account, factor, tokenDigest } = half;
  const presented = readCode(given.code);
  const secret = openSecret(ports, factor);
  // No judgement of the code, so nothing that counts against anybody.
  if (secret === undefined && presented.kind === 'one-time')
    return { ok: false, reason: 'second-factor-unreadable' };

  const who = await recogniseOrigin(ports, account.id, origin);
  const tries = codeTries(accountKeys(account), origin.address, who);
  const verdict = await judgeTry(ports, tries, () => spendCode(ports, factor, secret, presented));
  if (verdict.kind === 'locked-out') {
    return { ok: false, reason: 'locked-out', retryAfterSeconds: verdict.retryAfterSeconds };
  }
  if (verdict.kind === 'wrong') {
    const locked = lockDetails(await ports.attempts.lockedMs(tries, ports.clock.unixMs()));
    const details = { reason: 'wrong-code', ...locked };
    await recordLogIn(ports, account, origin, { outcome: 'refused', details });
    return { ok: false, reason: 'wrong-code' };
  }
  // Gone meanwhile: used by another code at the same time, or ended with the account's access.
  if (!(await ports.halfLogins.remove(tokenDigest))) return { ok: false, reason: 'login-expired' };
  await endTries(ports, tries);
  const details = {
    secondFactor: presented.kind,
    ...(presented.kind === 'recovery' && {
      recoveryCodesLeft: await ports.secondFactors.countRecoveryCodes(account.id),
    }),
  };
  const opened = await openSession(ports, account, origin, { factor, details });
  return opened ?? { ok: false, reason: 'login-expired' };
}
