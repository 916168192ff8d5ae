// What an account that is logged in has to do before anything else is open to it.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type {} from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';

export async function findDue(
  { secondFactors }: Pick<AdminPorts, 'secondFactors'>,
  account: Account,
): Promise<'password-change-due' | 'second-factor-due' | undefined> {
  if (account.passwordChangeDue) return 'password-change-due';
  return (await secondFactors.isDue(account)) ? 'second-factor-due' : undefined;
}
