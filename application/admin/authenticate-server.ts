// From a game server's bearer token to what it stands for.

import type { ServerToken } from '#ports/server-token-store.js';
import type { AdminPorts } from './admin-ports.js';
import { serverTokenPrefix } from './session-life.js';

export async function authenticateServer(
  ports: Pick<AdminPorts, 'serverTokens' | 'mint' | 'clock'>,
  token: string,
): Promise<ServerToken | undefined> {
  if (!token.startsWith(serverTokenPrefix)) return undefined;
  const found = await ports.serverTokens.find(ports.mint.digest(token));
  if (found?.expiresAtUnixMs !== undefined && found.expiresAtUnixMs <= ports.clock.unixMs()) return undefined;
  return found;
}
