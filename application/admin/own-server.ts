// A game server speaks only for itself: the server that its token registered.

import type { RegisteredServer } from '#ports/server-registry.js';
import type { ServerToken } from '#ports/server-token-store.js';
import type { AdminPorts } from './admin-ports.js';

export type OwnServer =
  | { readonly ok: true; readonly server: RegisteredServer }
  | { readonly ok: false; readonly reason: 'unknown-server' | 'foreign-server' };

export async function findOwnServer(
  ports: Pick<AdminPorts, 'servers'>,
  token: ServerToken,
  serverId: string,
): Promise<OwnServer> {
  const server = await ports.servers.find(serverId);
  if (!server) return { ok: false, reason: 'unknown-server' };
  if (server.tokenId !== token.id) return { ok: false, reason: 'foreign-server' };
  return { ok: true, server };
}
