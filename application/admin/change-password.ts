// A new password for oneself. The other sessions of the account end; the current one stays. Wrong current passwords
// count like failed logins, so that a stolen session cannot guess.

import type { AdminPorts } from './admin-ports.js';
import type { Caller } from './caller.js';
import { loginTries } from './login-limits.js';
import { findPasswordFault, type PasswordFault } from './password-policy.js';
import { recordAudit } from './record-audit.js';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export type PasswordChangeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong-password' | PasswordFault }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<AdminPorts, 'accounts' | 'sessions' | 'attempts' | 'audit' | 'hasher' | 'live' | 'clock'>;

export async function changePassword(
  ports: Ports,
  caller: Caller,
  change: PasswordChange,
): Promise<PasswordChangeResult> {
  const { account } = caller;
  const fault = findPasswordFault(change.newPassword, account.name);
  if (fault) return { ok: false, reason: fault };

  const tries = loginTries(account.name, caller.address);
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs > 0) {
    return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  }
  const act = { action: 'auth.password', target: `account:${account.id}` };
  if (!(await ports.hasher.verify(change.currentPassword, account.passwordHash))) {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: 'wrong-password' } });
    return { ok: false, reason: 'wrong-password' };
  }
  await ports.attempts.clear([tries[0]!.key, tries[2]!.key]);

  await ports.accounts.setPasswordHash(account.id, await ports.hasher.hash(change.newPassword));
  const ended = await ports.sessions.removeOfAccount(account.id, caller.tokenDigest);
  ports.live.endStreamsOfAccount(account.id, caller.tokenDigest);
  await recordAudit(ports, caller, { ...act, outcome: 'done', details: { sessionsEnded: ended } });
  return { ok: true };
}
