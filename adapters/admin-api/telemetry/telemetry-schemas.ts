// What game servers measure and send, about once a second.

import { z } from 'zod';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';
import { positionsMax } from '#ports/system/telemetry-sink.js';
import { id, mapKey, playersOfServerMax, text, time, toTime } from '../http/wire-types.js';

/** Beyond these no server of ours comes; what lies beyond would break the sums of others. */
const rate = z.number().min(0).max(1e9);
const bytes = z
  .number()
  .min(0)
  .max(2 ** 50);
/** An hour. */
const milliseconds = z.number().min(0).max(3.6e6);
const players = z.int().min(0).max(playersOfServerMax);

/** Null: not measured in that window, which is not 0. */
const measured = {
  windowSeconds: z.number().min(0).max(3600),
  players,
  entities: z.int().min(0).max(1e7),
  tickRate: z.number().min(0).max(1000),
  tickMsP50: milliseconds,
  tickMsP95: milliseconds,
  tickMsP99: milliseconds,
  tickMsMax: milliseconds,
  packetsInPerSecond: rate,
  packetsOutPerSecond: rate,
  bytesInPerSecond: z.number().min(0).max(1e12),
  bytesOutPerSecond: z.number().min(0).max(1e12),
  rttMsP50: milliseconds.nullable(),
  rttMsP99: milliseconds.nullable(),
  lossPercent: z.number().min(0).max(100).nullable(),
  memoryBytes: bytes.nullable(),
  heapBytes: bytes.nullable(),
  /** Of the process; 100 is one core. */
  cpuPercent: z.number().min(0).max(1e6).nullable(),
  gatewaysConnections: z.array(players).max(256),
  databaseMsP99: milliseconds.nullable(),
  playersByMap: z
    .record(mapKey, players)
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
