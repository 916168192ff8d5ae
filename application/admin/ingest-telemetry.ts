// What a game server measured, or where its creatures are: kept where it lasts, and shown to who watches.

import type { ServerToken } from '#ports/server-token-store.js';
import type { TelemetrySample } from '#ports/telemetry-history.js';
import type { EntityPosition } from '#ports/telemetry-sink.js';
import type { AdminPorts } from './admin-ports.js';
import { findOwnServer } from './own-server.js';
import type { ServerCallResult } from './record-heartbeat.js';

type Ports = Pick<AdminPorts, 'servers' | 'history' | 'live' | 'clock'>;

export async function ingestTelemetry(
  ports: Ports,
  token: ServerToken,
  serverId: string,
  sample: TelemetrySample,
): Promise<ServerCallResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  await ports.servers.noteTelemetry(serverId, sample, ports.clock.unixMs());
  await ports.history.append(serverId, sample);
  ports.live.publish({ type: 'telemetry', serverId, sample });
  return { ok: true, watchedMaps: ports.live.watchedMaps() };
}

export interface PositionsReport {
  readonly serverId: string;
  readonly map: string;
  readonly tick: number;
  readonly entities: readonly EntityPosition[];
}

/** Not stored: only who watches now sees it. */
export async function ingestPositions(
  ports: Pick<AdminPorts, 'servers' | 'live'>,
  token: ServerToken,
  report: PositionsReport,
): Promise<ServerCallResult> {
  const own = await findOwnServer(ports, token, report.serverId);
  if (!own.ok) return own;
  ports.live.publish({ type: 'positions', ...report });
  return { ok: true, watchedMaps: ports.live.watchedMaps() };
}
