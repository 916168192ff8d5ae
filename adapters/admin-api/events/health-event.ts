// The health of what a stream shows. A stream may be alive while what it is fed from stands still; so it says whether the
// database answers, since when that is so, and how old the newest figures are.

import { toTime } from '../http/wire-types.js';

export interface StreamHealth {
  readonly atUnixMs: number;
  readonly database: {
    readonly state: 'up' | 'down';
    readonly sinceUnixMs: number;
    readonly answeredUnixMs: number;
  };
}

/** `telemetryAtUnixMs`: of the newest figures that were sent; none since this process started when undefined. */
export function healthData(
  { atUnixMs, database }: StreamHealth,
  telemetryAtUnixMs: number | undefined,
): unknown {
  return {
    at: toTime(atUnixMs),
    database: database.state,
    since: toTime(database.sinceUnixMs),
    answeredAt: toTime(database.answeredUnixMs),
    telemetryAt: telemetryAtUnixMs === undefined ? null : toTime(telemetryAtUnixMs),
  };
}
