// A new password for oneself. The other sessions of the account end; the current one stays. Wrong current passwords
// are limited by session, so that a stolen one cannot guess. The browser and network of the change stay known, others
// must prove themselves again.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { judgeTry } from '../sign-in/judge-try.js';
import { rememberOrigin } from '../sign-in/known-origin.js';
import { accountKeys, passwordChangeTries } from '../sign-in/login-limits.js';
import { findPasswordFault, type PasswordFault } from '../sign-in/password-policy.js';
import { recordAudit } from '../audit/record-audit.js';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export type PasswordChangeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong-password' | 'password-not-new' | PasswordFault }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<
  AdminPorts,
  | 'accounts'
  | 'sessions'
  | 'attempts'
  | 'knownOrigins'
  | 'audit'
  | 'hasher'
  | 'passwordJudge'
  | 'mint'
  | 'live'
  | 'clock'
>;

export async function changePassword(
  ports: Ports,
  caller: Caller,
  change: PasswordChange,
): Promise<PasswordChangeResult> {
  const { account, tokenDigest } = caller;
  const fault = findPasswordFault(ports.passwordJudge, change.newPassword, account.name);
  if (fault) return { ok: false, reason: fault };

  const act = { action: 'auth.password', target: `account:${account.id}` };
  const verdict = await judgeTry(ports, passwordChangeTries(accountKeys(account), tokenDigest), () =>
    ports.hasher.verify(change.currentPassword, account.passwordHash),
  );
  if (verdict.kind === 'locked-out') {
    return { ok: false, reason: 'locked-out', retryAfterSeconds: verdict.retryAfterSeconds };
  }
  if (verdict.kind === 'wrong') {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: 'wrong-password' } });
    return { ok: false, reason: 'wrong-password' };
  }
  // Told only to who knows the current one.
  if (change.newPassword.normalize('NFKC') === change.currentPassword.normalize('NFKC')) {
    return { ok: false, reason: 'password-not-new' };
  }
  await ports.accounts.setPassword(account.id, await ports.hasher.hash(change.newPassword), false);
  const ended = await ports.sessions.removeOfAccount(account.id, tokenDigest);
  ports.live.endStreamsOfAccount(account.id, tokenDigest);
  await ports.knownOrigins.forgetAllOf(account.id);
  await rememberOrigin(ports, account.id, caller);
  await recordAudit(ports, caller, { ...act, outcome: 'done', details: { sessionsEnded: ended } });
  return { ok: true };
}
