// The own password again, before something that a stolen session must not do. Wrong ones are limited by session, so that
// a stolen one cannot guess.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { endTries, judgeTry } from '../sign-in/judge-try.js';
import { accountKeys, passwordChangeTries } from '../sign-in/login-limits.js';

export type OwnPasswordRefusal =
  | { readonly ok: false; readonly reason: 'wrong-password' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

export type OwnPasswordPorts = Pick<AdminPorts, 'attempts' | 'hasher' | 'audit' | 'mint' | 'clock'>;

/** `action` is what the log calls that for which it is asked. */
export async function requireOwnPassword(
  ports: OwnPasswordPorts,
  caller: Caller,
  { password, action }: { readonly password: string; readonly action: string },
): Promise<{ readonly ok: true } | OwnPasswordRefusal> {
  const { account, tokenDigest } = caller;
  const tries = passwordChangeTries(accountKeys(account), tokenDigest);
  const verdict = await judgeTry(ports, tries, () => ports.hasher.verify(password, account.passwordHash));
  if (verdict.kind === 'locked-out') {
    return { ok: false, reason: 'locked-out', retryAfterSeconds: verdict.retryAfterSeconds };
  }
  if (verdict.kind === 'wrong') {
    await recordAudit(ports, caller, {
      action,
      outcome: 'refused',
      target: `account:${account.id}`,
      details: { reason: 'wrong-password' },
    });
    return { ok: false, reason: 'wrong-password' };
  }
  await endTries(ports, tries);
  return { ok: true };
}
