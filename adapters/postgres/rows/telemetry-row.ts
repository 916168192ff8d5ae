// What game servers measured: samples, and their sums by minutes and hours. Arrays have a figure in the place that it is given in
// ports/system/telemetry-figures; what was not measured is null there.

import { defineEntity, p } from '@mikro-orm/core';

const numbers = () => p.array<number | null>().columnType('real[]');

/** By figure and key, see adapters/postgres/monitoring/keyed-sql. */
const keyed = () => p.json<object>().nullable();

export const TelemetrySampleRow = defineEntity({
  name: 'TelemetrySampleRow',
  tableName: 'telemetry_samples',
  properties: {
    serverId: p.uuid().primary(),
    at: p.datetime(3).primary(),
    /** The length of the window. */
    seconds: p.float().columnType('real'),
    figures: numbers(),
    keyed: keyed(),
  },
});

const summed = {
  serverId: p.uuid().primary(),
  at: p.datetime(3).primary(),
  /** So long was measured. */
  seconds: p.float().columnType('real'),
  means: numbers(),
  leasts: numbers(),
  largests: numbers(),
  /** For so many seconds the figure was measured. */
  weights: numbers(),
  keyed: keyed(),
};

export const TelemetryMinuteRow = defineEntity({
  name: 'TelemetryMinuteRow',
  tableName: 'telemetry_minutes',
  properties: summed,
});

export const TelemetryHourRow = defineEntity({
  name: 'TelemetryHourRow',
  tableName: 'telemetry_hours',
  properties: summed,
});

/** How far each server's samples are summed up. */
export const TelemetrySummedRow = defineEntity({
  name: 'TelemetrySummedRow',
  tableName: 'telemetry_summed',
  properties: {
    serverId: p.uuid().primary(),
    /** A whole minute: samples before it are in their minutes, and those of whole hours before it in their hours. */
    summedUntil: p.datetime(3),
    /** Older samples were forgotten; `-infinity` at first. */
    samplesFrom: p.datetime(3),
  },
});
