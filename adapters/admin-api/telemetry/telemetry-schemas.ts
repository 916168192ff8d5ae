// What game servers measure and send, about once a second.

import { z } from 'zod';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';
import { keyedFigureNames, keyedFigures } from '#ports/system/telemetry-figures.js';
import { positionsMax } from '#ports/system/telemetry-sink.js';
import { id, mapKey, text, time, toTime } from '../http/wire-types.js';
import { reportedFigures } from './figure-schemas.js';

export const telemetryBody = z
  .strictObject({ serverId: id, at: time, windowSeconds: z.number().min(0).max(3600), ...reportedFigures })
  .meta({ id: 'Telemetry' });
export type TelemetryBody = z.infer<typeof telemetryBody>;

/** The schema is made of the declared figures, which TypeScript cannot follow. */
export function toSample({ serverId: _, at, ...rest }: TelemetryBody): TelemetrySample {
  return { ...(rest as unknown as Omit<TelemetrySample, 'atUnixMs'>), atUnixMs: Date.parse(at) };
}

/** What came later by map, phase and the like stays out of the stream: it would be most of it, and nobody looks at it there. */
export function presentTelemetry(serverId: string, { atUnixMs, ...rest }: TelemetrySample): unknown {
  const told = Object.entries(rest).filter(([name]) => !keptOut.has(name));
  return { serverId, at: toTime(atUnixMs), ...Object.fromEntries(told) };
}

const keptOut: ReadonlySet<string> = new Set(
  keyedFigureNames.filter((name) => keyedFigures[name].told === 'later'),
);

export const watchedMapsAnswer = z
  .strictObject({ watchedMaps: z.array(z.string()) })
  .meta({ id: 'WatchedMapsAnswer' });
export type WatchedMapsAnswer = z.infer<typeof watchedMapsAnswer>;

/** Letters of the names in the content (protocol-schema/content), which are longer than players'. */
const contentNameMax = 64;
const coordinateM = z.number().min(0).max(1024);

const entityPosition = z
  .tuple([
    z
      .int()
      .min(1)
      .max(2 ** 32 - 1),
    z.int().min(0).max(255),
    coordinateM,
    coordinateM,
    // A player's name, or what the content calls it.
    text(contentNameMax).nullable(),
    z.int().min(0).max(65535),
  ])
  .meta({ example: [1, 0, 12.5, 40, 'Ada', 80] });

export const positionsBody = z
  .strictObject({
    serverId: id,
    map: mapKey,
    tick: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    entities: z
      .array(entityPosition)
      .max(positionsMax)
      .meta({ description: 'Each: entity id, kind, x and y in metres, name or null, template' }),
  })
  .meta({ id: 'PositionsBody' });
export type PositionsBody = z.infer<typeof positionsBody>;

export const positionsAnswer = z.strictObject({ watched: z.boolean() }).meta({ id: 'PositionsAnswer' });
export type PositionsAnswer = z.infer<typeof positionsAnswer>;
