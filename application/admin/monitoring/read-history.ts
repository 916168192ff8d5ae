// The history of one server, in few enough points to draw.

import type { HistoryPoint } from '#ports/admin/monitoring/telemetry-history.js';
import type { AdminPorts } from '../access/admin-ports.js';

/** Samples are kept this long. */
export const historyMinutesMax = 24 * 60;
const pointsMax = 900;

export async function readHistory(
  ports: Pick<AdminPorts, 'history' | 'clock'>,
  serverId: string,
  minutes: number,
): Promise<readonly HistoryPoint[]> {
  const stepSeconds = Math.ceil((minutes * 60) / pointsMax);
  return ports.history.read(serverId, ports.clock.unixMs() - minutes * 60_000, stepSeconds);
}
