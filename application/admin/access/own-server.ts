// A game server speaks only for itself: the one server that its token registered.

import type { RegisteredServer } from '#ports/admin/servers/server-registry.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
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
  const isOwn = server.tokenId === token.id && token.serverId === serverId;
  return isOwn ? { ok: true, server } : { ok: false, reason: 'foreign-server' };
}
