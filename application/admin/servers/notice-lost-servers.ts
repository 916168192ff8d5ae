// Run every few seconds: tells the console about servers that fell silent, and takes the players of lost ones offline.

import type { ServerStatus } from '#ports/admin/monitoring/live-feed.js';
import { serversMax } from '#ports/admin/servers/server-registry.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { serverStatus } from '../liveness/server-status.js';

/** What each server's status was at the last look; at most `serversMax`, the registry's cap. */
export type KnownStatuses = Map<string, ServerStatus>;

export async function noticeLostServers(
  ports: Pick<AdminPorts, 'servers' | 'players' | 'live' | 'clock'>,
  known: KnownStatuses,
): Promise<void> {
  const atUnixMs = ports.clock.unixMs();
  for (const server of (await ports.servers.list()).slice(0, serversMax)) {
    const status = serverStatus(server, atUnixMs);
    const before = known.get(server.id);
    known.set(server.id, status);
    if (status === before) continue;
    if (status === 'offline') await ports.players.markServerLost(server.id);
    // Coming back, draining and goodbye are told by the call that brings them about.
    const silent = status === 'stale' || status === 'offline';
    if (silent && before !== undefined && !server.stopped) {
      ports.live.publish({ type: 'server', serverId: server.id, name: server.name, status, atUnixMs });
    }
  }
}
