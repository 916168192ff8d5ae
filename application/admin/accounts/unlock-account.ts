// Takes away an account's locks after wrong passwords, of whoever tried them. Gives nobody anything but new tries, so who
// holds less than the account may do it too: for a sole owner who is locked out that is the way back.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { accountKeys } from '../sign-in/login-limits.js';
import { recordAudit } from '../audit/record-audit.js';

export type UnlockAccountResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'unknown-account' };

export async function unlockAccount(
  ports: Pick<AdminPorts, 'accounts' | 'attempts' | 'audit' | 'clock'>,
  caller: Caller,
  id: string,
): Promise<UnlockAccountResult> {
  const account = await ports.accounts.find(id);
  if (!account) return { ok: false, reason: 'unknown-account' };
  await ports.attempts.clearBeginningWith(accountKeys(account));
  await recordAudit(ports, caller, {
    action: 'account.unlock',
    outcome: 'done',
    target: `account:${id}`,
    details: {},
  });
  return { ok: true };
}
