// What an empty database gets: the owner's account, whose password can be told until somebody has logged in with it. May be
// repeated after a start that ended anywhere in it.

import type { PendingPassword } from '#ports/storage/pending-password.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { makeAccount } from './create-account.js';

export const firstOwnerName = 'owner';

export type FirstOwner =
  /** To be told: nobody has logged in with it yet. */
  | { readonly kind: 'pending'; readonly password: string }
  /** The first owner never logged in, and the password is not known here: made elsewhere, or lost. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'settled' };

type Ports = Pick<AdminPorts, 'accounts' | 'hasher' | 'mint' | 'clock'>;

export async function prepareFirstOwner(ports: Ports, pending: PendingPassword): Promise<FirstOwner> {
  const { accounts, mint } = ports;
  if ((await accounts.list()).length === 0) {
    const password = (await pending.read()) || mint.password();
    // Kept before it is in force: there is no moment at which the account exists and nobody can get in.
    await pending.keep(password);
    // It may stand on a terminal, and in a file: nobody is to keep it.
    const wish = { name: firstOwnerName, role: 'owner', password, passwordChangeDue: true } as const;
    const owner = await makeAccount(ports, wish);
    if (await accounts.addFirst(owner)) return { kind: 'pending', password };
  }
  return tellFirstOwner(ports, pending);
}

/** Of accounts that exist. Forgets a password that is of no use any more. */
async function tellFirstOwner(
  { accounts, hasher }: Pick<AdminPorts, 'accounts' | 'hasher'>,
  pending: PendingPassword,
): Promise<FirstOwner> {
  const owner = await accounts.findByName(firstOwnerName);
  const isUnused = owner !== undefined && owner.lastLoginAtUnixMs === undefined;
  const password = await pending.read();
  if (password !== undefined) {
    if (isUnused && password !== '' && (await hasher.verify(password, owner.passwordHash)))
      return { kind: 'pending', password };
    await pending.forget();
  }
  const isOnlyOne = (await accounts.list()).length === 1;
  return isUnused && isOnlyOne ? { kind: 'lost' } : { kind: 'settled' };
}

/** Run while it waits to be used. The comparison is dear, so it is only asked whether anybody has logged in. */
export async function forgetUsedPassword(
  { accounts }: Pick<AdminPorts, 'accounts'>,
  pending: PendingPassword,
): Promise<void> {
  const owner = await accounts.findByName(firstOwnerName);
  if (owner?.lastLoginAtUnixMs !== undefined) await pending.forget();
}
