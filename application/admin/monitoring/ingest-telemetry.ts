// What a game server measured, or where its creatures are: kept where it lasts, and shown to who watches.

import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';
import type { EntityPosition } from '#ports/system/telemetry-sink.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../access/own-server.js';
import type { ServerCallResult } from '../servers/record-heartbeat.js';
import type { ReportBudget } from '../servers/report-budget.js';

/** Reports wait for half a minute at most; who is further off has a clock that is wrong. */
export const clockSlackMs = 5 * 60_000;
/** One a second, and those that waited. */
const telemetryLimit = { burst: 120, perSecond: 2 };

/** The API's own clock counts where a server's is far off: what a server did is never lost for its clock. */
export function believedTime(atUnixMs: number, nowUnixMs: number): number {
  return Math.abs(atUnixMs - nowUnixMs) <= clockSlackMs ? atUnixMs : nowUnixMs;
}

type Ports = Pick<AdminPorts, 'servers' | 'history' | 'live' | 'clock'>;

export async function ingestTelemetry(
  ports: Ports,
  budget: ReportBudget,
  token: ServerToken,
  serverId: string,
  sample: TelemetrySample,
): Promise<ServerCallResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  const waitS = budget.take(serverId, 1, telemetryLimit);
  if (waitS > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: waitS };
  const nowUnixMs = ports.clock.unixMs();
  const dated = { ...sample, atUnixMs: believedTime(sample.atUnixMs, nowUnixMs) };
  const isNoted = await ports.servers.noteTelemetry(serverId, token.id, dated, nowUnixMs);
  if (!isNoted) return { ok: false, reason: 'foreign-server' };
  await ports.history.append(serverId, dated);
  ports.live.publish({ type: 'telemetry', serverId, sample: dated });
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
  if (!own.server.maps.includes(report.map)) return { ok: false, reason: 'foreign-map' };
  ports.live.publish({ type: 'positions', ...report });
  return { ok: true, watchedMaps: ports.live.watchedMaps() };
}
