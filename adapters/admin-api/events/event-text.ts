// Live events as the text of a server-sent event: https://html.spec.whatwg.org/multipage/server-sent-events.html

import type { LiveEvent } from '#ports/admin/monitoring/live-feed.js';
import { toTime } from '../http/wire-types.js';
import { presentPlan } from '../servers/server-schemas.js';
import { presentTelemetry } from '../telemetry/telemetry-schemas.js';

/** JSON never holds a line break, so that one data line is enough. */
export function eventText(type: string, data: unknown, id?: string): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return `${idLine}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

export function eventData(event: LiveEvent): unknown {
  if (event.type === 'telemetry') return presentTelemetry(event.serverId, event.sample);
  if (event.type === 'positions') {
    const { serverId, map, tick, entities } = event;
    return { serverId, map, tick, entities };
  }
  const { type, atUnixMs, ...rest } = event;
  const at = toTime(atUnixMs);
  if (type !== 'server' || event.planned === undefined) return { at, ...rest };
  return { at, ...rest, planned: event.planned === null ? null : presentPlan(event.planned) };
}
