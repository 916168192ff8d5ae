// From the bearer token of an operator's program to who it acts for and what it opens: what it was made for, as far as its
// operator still may do that. Found by the SHA-256 of 256 random bits, like machines' tokens.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { ApiKey } from '#ports/admin/tokens/api-key-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { openableBy, type Permission } from '../access/permissions.js';
import { apiKeyPrefix } from '../sign-in/session-life.js';
import { tokenTouchMs } from './authenticate-server.js';

export interface AuthenticatedKey {
  readonly account: Account;
  readonly key: ApiKey;
}

type Ports = Pick<AdminPorts, 'apiKeys' | 'accounts' | 'clock'>;

export async function authenticateKeyDigest(
  ports: Ports,
  tokenDigest: string,
): Promise<AuthenticatedKey | undefined> {
  const key = await ports.apiKeys.findLive(tokenDigest);
  const account = key && (await ports.accounts.find(key.accountId));
  if (!account || account.disabled) return undefined;
  if (ports.clock.unixMs() - (key.lastUsedAtUnixMs ?? 0) >= tokenTouchMs)
    await ports.apiKeys.noteUsed(key.id);
  return { account, key };
}

export async function authenticateApiKey(
  ports: Ports & Pick<AdminPorts, 'mint'>,
  token: string,
): Promise<AuthenticatedKey | undefined> {
  return token.startsWith(apiKeyPrefix) ? authenticateKeyDigest(ports, ports.mint.digest(token)) : undefined;
}

/** What it opens now. */
export function permissionsOfKey({ account, key }: AuthenticatedKey): readonly Permission[] {
  return openableBy(account).filter((permission) => key.permissions.includes(permission));
}
