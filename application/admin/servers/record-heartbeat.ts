// A sign of life; the answer tells which maps somebody watches. And the goodbye of a server that stops.

import type { PlannedDrain } from '#ports/admin/operations/operator-command.js';
import { switchableVerbNames } from '#domain/ledger/switchable-verbs.js';
import type { Heartbeat } from '#ports/admin/servers/server-registry.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../access/own-server.js';
import { serverStatus } from '../liveness/server-status.js';
import { acceptedIssuers } from '../tokens/token-issuers.js';

export type ServerCallResult =
  | { readonly ok: true; readonly watchedMaps: readonly string[] }
  | {
      readonly ok: false;
      readonly reason: 'unknown-server' | 'foreign-server' | 'foreign-map' | 'too-many-players';
    }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

export type HeartbeatResult =
  | {
      readonly ok: true;
      readonly watchedMaps: readonly string[];
      /** See acceptedIssuers. */
      readonly tokenIssuers: readonly string[];
    }
  | Extract<ServerCallResult, { ok: false }>;

type Ports = Pick<AdminPorts, 'servers' | 'players' | 'live' | 'clock'>;
type HeartbeatPorts = Pick<AdminPorts, 'servers' | 'live' | 'tokenIssuers' | 'clock'>;

export async function recordHeartbeat(
  ports: HeartbeatPorts,
  token: ServerToken,
  serverId: string,
  told: Heartbeat,
): Promise<HeartbeatResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  const nowUnixMs = ports.clock.unixMs();
  const before = serverStatus(own.server, nowUnixMs);
  // Each once, and only those that an operator can switch on again here: a newer server may have others.
  const closedVerbs = switchableVerbNames.filter((verb) => told.closedVerbs?.includes(verb));
  const beat = { ...told, closedVerbs };
  // Not when its token was revoked this moment.
  const isNoted = await ports.servers.heartbeat(serverId, token.id, beat, nowUnixMs);
  if (!isNoted) return { ok: false, reason: 'foreign-server' };
  const status = beat.draining ? 'draining' : 'online';
  if (status !== before) {
    ports.live.publish({ type: 'server', serverId, name: own.server.name, status, atUnixMs: nowUnixMs });
  }
  if (closedVerbs.join() !== own.server.closedVerbs.join()) {
    const { name } = own.server;
    ports.live.publish({ type: 'server', serverId, name, status, closedVerbs, atUnixMs: nowUnixMs });
  }
  if (!isSamePlan(told.planned, own.server.planned)) {
    const { name } = own.server;
    const planned = told.planned ?? null;
    ports.live.publish({ type: 'server', serverId, name, status, planned, atUnixMs: nowUnixMs });
  }
  return { ok: true, watchedMaps: ports.live.watchedMaps(), tokenIssuers: await acceptedIssuers(ports) };
}

function isSamePlan(one: PlannedDrain | undefined, other: PlannedDrain | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.atUnixMs === other.atUnixMs &&
    one.graceSeconds === other.graceSeconds &&
    one.then === other.then &&
    one.text === other.text
  );
}

export async function recordGoodbye(
  ports: Ports,
  token: ServerToken,
  serverId: string,
): Promise<ServerCallResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  await ports.servers.markStopped(serverId);
  await ports.players.markServerLost(serverId);
  const atUnixMs = ports.clock.unixMs();
  ports.live.publish({ type: 'server', serverId, name: own.server.name, status: 'offline', atUnixMs });
  return { ok: true, watchedMaps: [] };
}
