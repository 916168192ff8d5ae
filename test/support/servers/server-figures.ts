// Figures of a server in which nothing has happened yet, for tests that let something happen.

import { simulationCountNames } from '#adapters/threads/stats/stats-names.js';
import type { HardwareReading } from '#ports/system/hardware-figures.js';
import type {
  DurationCounts,
  GatewayFigures,
  ServerFigures,
  SimulationCounts,
  SimulationFigures,
} from '#ports/system/metrics.js';

const upperBoundsMs = [1, 2, 4, 8, 16, 1000];

/** `counts` per bucket: up to 1, 2, 4, 8, 16 and 1000 ms. */
export function durations(...counts: number[]): DurationCounts {
  return { upperBoundsMs, counts: upperBoundsMs.map((_, bucket) => counts[bucket] ?? 0) };
}

export function gatewayFigures(changes: Partial<GatewayFigures> = {}): GatewayFigures {
  return {
    index: 0,
    udpAdapter: 'dgram',
    connections: 0,
    packetsIn: 0,
    packetsOut: 0,
    bytesIn: 0,
    bytesOut: 0,
    queueLength: 0,
    counts: {},
    loadStep: 0,
    playersByCrowdStep: {},
    packetsLost: 0,
    packetsFound: 0,
    phaseUs: {},
    roundTrips: durations(),
    ...changes,
  };
}

const noCounts = Object.fromEntries(
  simulationCountNames.map((name) => [name, 0]),
) as unknown as SimulationCounts;

export function simulationFigures(changes: Partial<SimulationFigures> = {}): SimulationFigures {
  return {
    tick: 1,
    ticks: 0,
    ticksSkipped: 0,
    ticksLate: 0,
    pressure: 0,
    ticksUnderPressure: 0,
    counts: noCounts,
    facts: {},
    players: 0,
    creatures: 0,
    loot: 0,
    playersByMap: {},
    tickDurations: durations(),
    slips: durations(),
    phaseDurations: {},
    phasesOverBudget: {},
    ...changes,
  };
}

export function serverFigures(changes: Partial<ServerFigures> = {}): ServerFigures {
  return {
    atMs: 0,
    simulation: simulationFigures(),
    gateways: [gatewayFigures()],
    database: {
      queryDurations: durations(),
      ...{ charactersSaved: 0, savesFailed: 0, savesPending: 0 },
      ...{ savesFailing: 0, oldestUnsavedSeconds: 0, charactersRefused: 0 },
    },
    recordsRefused: {},
    workerHeapBytes: 0,
    ...changes,
  };
}

export function hardwareReading(changes: Partial<HardwareReading> = {}): HardwareReading {
  return {
    cpuPercent: 0,
    cpuPercentByCore: new Map([
      [0, 0],
      [1, 0],
    ]),
    cpuLimitCores: undefined,
    processCpuPercent: 0,
    memoryTotalBytes: 0,
    memoryAvailableBytes: 0,
    memoryPressurePercent: undefined,
    processMemoryBytes: 0,
    processHeapBytes: 0,
    diskReadBytesPerSecond: undefined,
    diskWrittenBytesPerSecond: undefined,
    network: [],
    failedMeasurements: {},
    ...changes,
  };
}
