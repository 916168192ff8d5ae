// What a server's last sign of life says about it now.

import type { ServerStatus } from '#ports/admin/monitoring/live-feed.js';
import type { RegisteredServer } from '#ports/admin/servers/server-registry.js';

export const heartbeatSeconds = 5;
export const telemetrySeconds = 1;

/** Two heartbeats lost in a row and one late. */
export const staleAfterMs = 15_000;
export const offlineAfterMs = 60_000;

if (staleAfterMs < 2 * heartbeatSeconds * 1000) throw new Error('one late heartbeat would count as stale');

export function serverStatus(
  server: Pick<RegisteredServer, 'lastSeenAtUnixMs' | 'stopped' | 'draining'>,
  nowUnixMs: number,
): ServerStatus {
  const silentMs = nowUnixMs - server.lastSeenAtUnixMs;
  if (server.stopped || silentMs >= offlineAfterMs) return 'offline';
  if (silentMs >= staleAfterMs) return 'stale';
  return server.draining ? 'draining' : 'online';
}
