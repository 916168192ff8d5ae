// What an empty database gets: the owner's account, with a password that only the caller of this learns. And the tokens
// of this machine's programs, which must be known whichever database is in use.

import type { AdminPorts } from './admin-ports.js';
import { makeAccount } from './create-account.js';

export const firstOwnerName = 'owner';

/** The password, or undefined when there are accounts already. */
export async function createFirstOwner(
  ports: Pick<AdminPorts, 'accounts' | 'hasher' | 'mint' | 'clock'>,
): Promise<string | undefined> {
  if ((await ports.accounts.list()).length > 0) return undefined;
  const password = ports.mint.password();
  const owner = await makeAccount(ports, { name: firstOwnerName, role: 'owner', password });
  return (await ports.accounts.addFirst(owner)) ? password : undefined;
}

/** Makes the given token valid and returns it. Its prefix says what for. */
export async function admitBearerToken(
  ports: Pick<AdminPorts, 'serverTokens' | 'mint' | 'clock'>,
  label: string,
  token: string,
): Promise<string> {
  await ports.serverTokens.add({
    id: ports.mint.uuid(),
    label,
    tokenDigest: ports.mint.digest(token),
    createdAtUnixMs: ports.clock.unixMs(),
    expiresAtUnixMs: undefined,
  });
  return token;
}
