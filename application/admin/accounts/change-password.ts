// A new password for oneself. The other sessions of the account end; the current one stays. A second factor is not touched. The browser and network of the change stay known, others
// must prove themselves again.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { rememberOrigin } from '../sign-in/known-origin.js';
import { findPasswordFault, type PasswordFault } from '../sign-in/password-policy.js';
import { recordAudit } from '../audit/record-audit.js';
import { endSessionsOf } from './end-sessions.js';
import { requireOwnPassword, type OwnPasswordRefusal } from './own-password.js';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export type PasswordChangeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'password-not-new' | PasswordFault }
  | OwnPasswordRefusal;

type Ports = Pick<
  AdminPorts,
  | 'accounts'
  | 'sessions'
  | 'halfLogins'
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

  const action = 'auth.password';
  const asked = await requireOwnPassword(ports, caller, { password: change.currentPassword, action });
  if (!asked.ok) return asked;
  // Told only to who knows the current one.
  if (change.newPassword.normalize('NFKC') === change.currentPassword.normalize('NFKC')) {
    return { ok: false, reason: 'password-not-new' };
  }
  const passwordHash = await ports.hasher.hash(change.newPassword);
  // Of two who change it at once, one did so with a password that is none any more.
  if (!(await ports.accounts.setPassword(account.id, passwordHash, false, account.passwordHash))) {
    const details = { reason: 'changed-meanwhile' };
    const target = `account:${account.id}`;
    await recordAudit(ports, caller, { action, outcome: 'refused', target, details });
    return { ok: false, reason: 'wrong-password' };
  }
  const sessionsEnded = await endSessionsOf(ports, account.id, tokenDigest);
  await ports.knownOrigins.forgetAllOf(account.id);
  await rememberOrigin(ports, account.id, caller);
  await recordAudit(ports, caller, {
    action,
    outcome: 'done',
    target: `account:${account.id}`,
    details: { sessionsEnded },
  });
  return { ok: true };
}
