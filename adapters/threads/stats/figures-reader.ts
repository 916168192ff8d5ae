// Reads what the threads measured, as one picture of the whole server.

import { durationBucketTopUs, durationBuckets } from './duration-histogram.js';
import { type RingHandle, refusedIn } from '../memory/ring.js';
import { StatsReader, type StatsHandle } from './stats-block.js';
import { crowdSteps } from '#application/replication/crowd-ladder.js';
import { gatewayPhases } from '#ports/threads/tick-timer.js';
import { phaseNames } from '#application/tick/phases.js';
import type { Content } from '#domain/content/content.js';
import type { Clock } from '#ports/system/clock.js';
import type {
  DatabaseFigures,
  DurationCounts,
  GatewayFigures,
  ServerFigures,
  SimulationFigures,
  StatsSource,
} from '#ports/system/metrics.js';
import {
  type GatewayCounter,
  type GatewayDuration,
  type GatewayGauge,
  type SimulationCounter,
  type SimulationDuration,
  type SimulationGauge,
  factNames,
  gatewayCounterNames,
  gatewayStats,
  simulationCountNames,
  simulationStatsOf,
} from './stats-names.js';

const upperBoundsMs = Float64Array.from({ length: durationBuckets }, (_, i) => durationBucketTopUs(i) / 1000);

/** Of the memory that the threads share: their statistics blocks, and the rings between them. */
export interface MeasuredMemory {
  readonly simulationStats: StatsHandle;
  readonly simulationToControl: RingHandle;
  readonly controlToSimulation: RingHandle;
  readonly gateways: readonly {
    readonly stats: StatsHandle;
    readonly toSimulation: RingHandle;
    readonly fromSimulation: RingHandle;
    readonly fromControl: RingHandle;
  }[];
}

export interface FiguresSources {
  readonly memory: MeasuredMemory;
  readonly content: Content;
  readonly clock: Clock;
  /** Kind of each gateway's socket. */
  readonly udpAdapters: readonly string[];
  readonly database: () => DatabaseFigures;
  readonly workerHeapBytes: () => number | undefined;
}

export class FiguresReader implements StatsSource {
  private readonly simulation: StatsReader<SimulationCounter, SimulationGauge, SimulationDuration>;
  private readonly gateways: readonly StatsReader<GatewayCounter, GatewayGauge, GatewayDuration>[];

  constructor(private readonly sources: FiguresSources) {
    const { memory, content } = sources;
    this.simulation = new StatsReader(simulationStatsOf(content), memory.simulationStats);
    this.gateways = memory.gateways.map(({ stats }) => new StatsReader(gatewayStats, stats));
  }

  /** Players in the world now. */
  get players(): number {
    return this.simulation.gauge('players');
  }

  get tick(): number {
    return this.simulation.gauge('tick');
  }

  read(): ServerFigures {
    const { memory, clock, database, workerHeapBytes } = this.sources;
    return {
      atMs: clock.nowMs(),
      simulation: this.readSimulation(),
      gateways: this.gateways.map((_, index) => this.readGateway(index)),
      database: database(),
      recordsRefused: refusedRecords(memory),
      workerHeapBytes: workerHeapBytes(),
    };
  }

  private readSimulation(): SimulationFigures {
    const { simulation } = this;
    const { maps } = this.sources.content;
    return {
      tick: simulation.gauge('tick'),
      ticks: simulation.counter('ticks'),
      ticksSkipped: simulation.counter('ticksSkipped'),
      ticksLate: simulation.counter('ticksLate'),
      pressure: simulation.gauge('pressure'),
      ticksUnderPressure: simulation.counter('ticksUnderPressure'),
      counts: countsOf(simulation, simulationCountNames),
      facts: Object.fromEntries(factNames.map((name) => [name, simulation.counter(`fact:${name}`)])),
      players: simulation.gauge('players'),
      creatures: simulation.gauge('creatures'),
      loot: simulation.gauge('loot'),
      playersByMap: Object.fromEntries(maps.map(({ key }) => [key, simulation.gauge(`players:${key}`)])),
      tickDurations: durationCounts(simulation.counts('tickTime')),
      slips: durationCounts(simulation.counts('slip')),
      phasesOverBudget: Object.fromEntries(
        phaseNames.map((name) => [name, simulation.counter(`over:${name}`)]),
      ),
      phaseDurations: Object.fromEntries(
        phaseNames.map((name) => [name, durationCounts(simulation.counts(`phase:${name}`))]),
      ),
    };
  }

  private readGateway(index: number): GatewayFigures {
    const stats = this.gateways[index]!;
    return {
      index,
      udpAdapter: this.sources.udpAdapters[index]!,
      connections: stats.gauge('connections'),
      packetsIn: stats.counter('socket:packetsIn'),
      packetsOut: stats.counter('socket:packetsOut'),
      bytesIn: stats.counter('socket:bytesIn'),
      bytesOut: stats.counter('socket:bytesOut'),
      queueLength: stats.gauge('queueLength'),
      counts: countsOf(stats, gatewayCounterNames),
      loadStep: stats.gauge('loadStep'),
      playersByCrowdStep: Object.fromEntries(
        crowdSteps.map(({ name }) => [name, stats.gauge(`crowd:${name}`)]),
      ),
      packetsLost: stats.counter('packetsLost'),
      packetsFound: stats.counter('packetsFound'),
      phaseUs: Object.fromEntries(gatewayPhases.map((phase) => [phase, stats.counter(`us:${phase}`)])),
      roundTrips: durationCounts(stats.counts('roundTrip')),
    };
  }
}

function countsOf<Name extends string>(
  stats: { counter(name: Name): number },
  names: readonly Name[],
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, stats.counter(name)])) as Record<Name, number>;
}

/** Whoever writes a ring counts what it has no room for in the ring itself. */
function refusedRecords(memory: MeasuredMemory): Record<string, number> {
  const refused: Record<string, number> = {
    'control to simulation': refusedIn(memory.controlToSimulation),
    'simulation to control': refusedIn(memory.simulationToControl),
  };
  memory.gateways.forEach(({ toSimulation, fromSimulation, fromControl }, index) => {
    refused[`gateway ${index} to simulation`] = refusedIn(toSimulation);
    refused[`simulation to gateway ${index}`] = refusedIn(fromSimulation);
    refused[`control to gateway ${index}`] = refusedIn(fromControl);
  });
  return refused;
}

/** A copy of live buckets, as of now. */
export function durationCounts(live: Uint32Array): DurationCounts {
  return { upperBoundsMs, counts: live.slice() };
}
