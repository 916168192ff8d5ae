// From a game server's bearer token to what it stands for.

import type { ServerToken } from '#ports/server-token-store.js';
import type { AdminPorts } from './admin-ports.js';
import { serverTokenPrefix } from './session-life.js';

type Ports = Pick<AdminPorts, 'serverTokens' | 'mint' | 'clock'>;

export async function authenticateServer(ports: Ports, token: string): Promise<ServerToken | undefined> {
  return token.startsWith(serverTokenPrefix) ? findLiveToken(ports, token) : undefined;
}

/** The digest covers the prefix: a token proves what it is for, too. */
export async function findLiveToken(ports: Ports, token: string): Promise<ServerToken | undefined> {
  const found = await ports.serverTokens.find(ports.mint.digest(token));
  if (found?.expiresAtUnixMs !== undefined && found.expiresAtUnixMs <= ports.clock.unixMs()) return undefined;
  return found;
}
