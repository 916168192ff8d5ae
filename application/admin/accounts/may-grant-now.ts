// Whether the caller holds as much as is to be given or taken, as the caller's account is now: for what was judged before a
// hash was made, which takes as long as its queue is. A log-out meanwhile stops nothing that had begun.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { mayGrant, type Permission } from '../access/permissions.js';

export async function mayGrantNow(
  { accounts }: Pick<AdminPorts, 'accounts'>,
  caller: Caller,
  permissions: readonly Permission[],
): Promise<boolean> {
  const account = await accounts.find(caller.account.id);
  return account !== undefined && !account.disabled && mayGrant(account, permissions);
}
