// What game servers measure and send, about once a second.

import { z } from 'zod';
import type { TelemetrySample } from '#ports/telemetry-history.js';
import { positionsMax } from '#ports/telemetry-sink.js';
import { count, id, mapKey, nonNegative, text, time, toTime } from '../http/wire-types.js';

/** Null: not measured in that window, which is not 0. */
const measured = {
  windowSeconds: nonNegative,
  players: count,
  entities: count,
  tickRate: nonNegative,
  tickMsP50: nonNegative,
  tickMsP95: nonNegative,
  tickMsP99: nonNegative,
  tickMsMax: nonNegative,
  packetsInPerSecond: nonNegative,
  packetsOutPerSecond: nonNegative,
  bytesInPerSecond: nonNegative,
  bytesOutPerSecond: nonNegative,
  rttMsP50: nonNegative.nullable(),
  rttMsP99: nonNegative.nullable(),
  lossPercent: z.number().min(0).max(100).nullable(),
  memoryBytes: nonNegative.nullable(),
  heapBytes: nonNegative.nullable(),
  /** Of the process; 100 is one core. */
  cpuPercent: nonNegative.nullable(),
  gatewaysConnections: z.array(count).max(256),
  databaseMsP99: nonNegative.nullable(),
  playersByMap: z
    .record(mapKey, count)
    .refine((byMap) => Object.keys(byMap).length <= 256, 'At most 256 maps'),
};

export const telemetryBody = z
  .strictObject({ serverId: id, at: time, ...measured })
  .meta({ id: 'Telemetry' });
export type TelemetryBody = z.infer<typeof telemetryBody>;

export function toSample({ serverId: _, at, ...rest }: TelemetryBody): TelemetrySample {
  return { ...rest, atUnixMs: Date.parse(at) };
}

export function presentTelemetry(serverId: string, { atUnixMs, ...rest }: TelemetrySample): unknown {
  return { serverId, at: toTime(atUnixMs), ...rest };
}

export const watchedMapsAnswer = z
  .strictObject({ watchedMaps: z.array(z.string()) })
  .meta({ id: 'WatchedMapsAnswer' });
export type WatchedMapsAnswer = z.infer<typeof watchedMapsAnswer>;

const coordinateM = z.number().min(0).max(1024);

const entityPosition = z.tuple([
  z.int().min(1),
  z.int().min(0).max(255),
  coordinateM,
  coordinateM,
  text(24).nullable(),
  z.int().min(0).max(65535),
]);

export const positionsBody = z
  .strictObject({
    serverId: id,
    map: mapKey,
    tick: z.int().min(0),
    entities: z
      .array(entityPosition)
      .max(positionsMax)
      .meta({ description: 'Each: entity id, kind, x and y in metres, name or null, template' }),
  })
  .meta({ id: 'PositionsBody' });
export type PositionsBody = z.infer<typeof positionsBody>;

export const positionsAnswer = z.strictObject({ watched: z.boolean() }).meta({ id: 'PositionsAnswer' });
export type PositionsAnswer = z.infer<typeof positionsAnswer>;
