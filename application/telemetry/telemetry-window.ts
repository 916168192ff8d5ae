// Turns readings of growing counts into what the admin API is told: rates and percentiles over the time between two
// readings. Pure; who reads, how often, and what time it is come from outside.

import type { HardwareReading } from '#ports/system/hardware-figures.js';
import type { GatewayFigures, ServerFigures } from '#ports/system/metrics.js';
import {
  figureNamed,
  figureNames,
  type DeclaredFigure,
  type FigureName,
} from '#ports/system/telemetry-figures.js';
import type { TelemetryReport } from '#ports/system/telemetry-sink.js';

import { type Durations, durationsBetween, meanMs, quantileMs } from './durations-between.js';
import { keyedValues } from './keyed-values.js';
import { perSecond, rounded } from './rates.js';

export interface TelemetryReading {
  readonly figures: ServerFigures;
  readonly hardware: HardwareReading;
  /** ISO 8601, UTC. */
  readonly at: string;
}

type GatewayCounter = 'packetsIn' | 'packetsOut' | 'bytesIn' | 'bytesOut' | 'packetsLost' | 'packetsFound';

export class TelemetryWindow {
  readonly #serverId: string;
  #before: ServerFigures | undefined;

  constructor(serverId: string) {
    this.#serverId = serverId;
  }

  /** Closes the window that the last reading opened. Undefined for the first reading, and when no time has passed. */
  close({ figures, hardware, at }: TelemetryReading): TelemetryReport | undefined {
    const before = this.#before;
    const windowSeconds = before === undefined ? 0 : (figures.atMs - before.atMs) / 1000;
    if (before === undefined || windowSeconds > 0) this.#before = figures;
    if (before === undefined || windowSeconds <= 0) return undefined;
    return {
      serverId: this.#serverId,
      at,
      windowSeconds: rounded(windowSeconds),
      ...simulationNumbers(before, figures, windowSeconds),
      ...networkNumbers(before, figures, windowSeconds),
      ...databaseNumbers(before, figures, windowSeconds),
      memoryBytes: hardware.processMemoryBytes ?? null,
      heapBytes:
        figures.workerHeapBytes === undefined ? null : hardware.processHeapBytes + figures.workerHeapBytes,
      cpuPercent: hardware.processCpuPercent === undefined ? null : rounded(hardware.processCpuPercent),
      ...declaredNumbers(before, figures, hardware, windowSeconds),
      ...keyedValues(before, figures, hardware, windowSeconds),
    };
  }
}

function simulationNumbers(before: ServerFigures, now: ServerFigures, windowSeconds: number) {
  const { simulation } = now;
  const ticks = durationsBetween([before.simulation.tickDurations], [simulation.tickDurations]);
  return {
    players: simulation.players,
    entities: simulation.players + simulation.creatures + simulation.loot,
    tickRate: perSecond(before.simulation.ticks, simulation.ticks, windowSeconds),
    tickMsMean: meanOf(ticks),
    tickMsP50: rounded(quantileMs(ticks, 0.5)),
    tickMsP95: rounded(quantileMs(ticks, 0.95)),
    tickMsP99: rounded(quantileMs(ticks, 0.99)),
    tickMsMax: rounded(quantileMs(ticks, 1)),
  };
}

function networkNumbers(before: ServerFigures, now: ServerFigures, windowSeconds: number) {
  const rate = (counter: GatewayCounter): number =>
    perSecond(sumOf(before.gateways, counter), sumOf(now.gateways, counter), windowSeconds);
  const roundTrips = durationsBetween(
    now.gateways.map((_, index) => before.gateways[index]?.roundTrips),
    now.gateways.map((gateway) => gateway.roundTrips),
  );
  const sent = rate('packetsOut');
  return {
    packetsInPerSecond: rate('packetsIn'),
    packetsOutPerSecond: sent,
    bytesInPerSecond: rate('bytesIn'),
    bytesOutPerSecond: rate('bytesOut'),
    rttMsMean: meanOf(roundTrips),
    rttMsP50: quantileOf(roundTrips, 0.5),
    rttMsP95: quantileOf(roundTrips, 0.95),
    rttMsP99: quantileOf(roundTrips, 0.99),
    // Some that were given up for lost turn out to have arrived, perhaps those of an earlier window.
    lossPercent:
      sent > 0
        ? rounded(Math.min(100, (Math.max(0, rate('packetsLost') - rate('packetsFound')) / sent) * 100))
        : null,
  };
}

function databaseNumbers(before: ServerFigures, now: ServerFigures, windowSeconds: number) {
  const queries = durationsBetween([before.database.queryDurations], [now.database.queryDurations]);
  return {
    databaseMsP50: quantileOf(queries, 0.5),
    databaseMsP99: quantileOf(queries, 0.99),
    queriesPerSecond: rounded(queries.total / windowSeconds),
    savesPending: now.database.savesPending,
  };
}

/** Those whose declaration says where they come from. */
function declaredNumbers(
  before: ServerFigures,
  now: ServerFigures,
  hardware: HardwareReading,
  windowSeconds: number,
): Readonly<Record<DeclaredFigure, number | null>> {
  const values: Partial<Record<FigureName, number | null>> = {};
  for (const name of figureNames) {
    const figure = figureNamed(name);
    if (figure.hardware !== undefined) {
      const value = figure.hardware.read(hardware);
      values[name] = value === undefined ? null : rounded(value);
    }
    if (figure.perSecondOf !== undefined)
      values[name] = countedPerSecond(figure.perSecondOf, before, now, windowSeconds);
  }
  return values as Readonly<Record<DeclaredFigure, number | null>>;
}

/** Null where no gateway counts it. */
function countedPerSecond(
  count: string,
  before: ServerFigures,
  now: ServerFigures,
  windowSeconds: number,
): number | null {
  if (now.gateways.every(({ counts }) => counts[count] === undefined)) return null;
  const sum = ({ gateways }: ServerFigures): number =>
    gateways.reduce((total, { counts }) => total + (counts[count] ?? 0), 0);
  return perSecond(sum(before), sum(now), windowSeconds);
}

/** Null where nothing was measured in the window. */
function quantileOf(durations: Durations, share: number): number | null {
  return durations.total === 0 ? null : rounded(quantileMs(durations, share));
}

function meanOf(durations: Durations): number | null {
  return durations.total === 0 ? null : rounded(meanMs(durations));
}

function sumOf(gateways: readonly GatewayFigures[], counter: GatewayCounter): number {
  return gateways.reduce((sum, gateway) => sum + gateway[counter], 0);
}
