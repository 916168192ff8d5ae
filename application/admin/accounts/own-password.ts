// The own password again, before something that a stolen session must not do. Wrong ones are limited by session, so that
// a stolen one cannot guess.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { endTries, judgeTry } from '../sign-in/judge-try.js';
import { accountKeys, passwordChangeTries } from '../sign-in/login-limits.js';

export type OwnPasswordRefusal =
  | { readonly ok: false; readonly reason: 'wrong-password' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

export type OwnPasswordPorts = Pick<
  AdminPorts,
  'accounts' | 'attempts' | 'hasher' | 'audit' | 'mint' | 'clock'
>;

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
  const reason =
    verdict.kind === 'wrong'
      ? 'wrong-password'
      : (await isStillOwn(ports, account, password))
        ? undefined
        : 'changed-meanwhile';
  if (reason !== undefined) {
    const target = `account:${account.id}`;
    await recordAudit(ports, caller, { action, outcome: 'refused', target, details: { reason } });
    return { ok: false, reason: 'wrong-password' };
  }
  await endTries(ports, tries);
  return { ok: true };
}

/** Judging takes as long as the queue is: whoever has changed the password meanwhile wanted to be rid of who knows the old one. */
async function isStillOwn(
  { accounts, hasher }: Pick<OwnPasswordPorts, 'accounts' | 'hasher'>,
  { id, passwordHash }: Account,
  password: string,
): Promise<boolean> {
  const now = await accounts.find(id);
  if (now?.disabled !== false) return false;
  // A log-in may have made the hash of the same password anew.
  return now.passwordHash === passwordHash || hasher.verify(password, now.passwordHash);
}
