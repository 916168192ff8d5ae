// From the bearer token of a login service – whoever knows the players' accounts – to what it stands for.

import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findLiveToken } from './authenticate-server.js';

export async function authenticateLoginService(
  ports: Pick<AdminPorts, 'serverTokens' | 'mint' | 'clock'>,
  token: string,
): Promise<ServerToken | undefined> {
  return findLiveToken(ports, token, 'login-service');
}
