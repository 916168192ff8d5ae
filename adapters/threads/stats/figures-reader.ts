// Reads what the threads measured, as one picture of the whole server.

import { durationBucketTopUs, durationBuckets } from './duration-histogram.js';
import { StatsReader } from './stats-block.js';
import { crowdSteps } from '#application/replication/crowd-ladder.js';
import { gatewayPhases } from '#ports/threads/tick-timer.js';
import { phaseNames } from '#application/tick/run-tick.js';
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
import type { SharedMemory } from '../shared-memory.js';
import {
  type GatewayCounter,
  type GatewayDuration,
  type GatewayGauge,
  type SimulationCounter,
  type SimulationDuration,
  type SimulationGauge,
  gatewayStats,
  sessionCounterNames,
  simulationStatsOf,
} from './stats-names.js';

const upperBoundsMs = Float64Array.from({ length: durationBuckets }, (_, i) => durationBucketTopUs(i) / 1000);

export interface FiguresSources {
  readonly memory: SharedMemory;
  readonly content: Content;
  readonly clock: Clock;
  /** Kind of each gateway's socket. */
  readonly udpAdapters: readonly string[];
  readonly database: () => DatabaseFigures;
  /** Refused records of the rings that the control thread writes, by ring. */
  readonly recordsRefused: () => Readonly<Record<string, number>>;
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
    const { clock, database, workerHeapBytes } = this.sources;
    return {
      atMs: clock.nowMs(),
      simulation: this.readSimulation(),
      gateways: this.gateways.map((_, index) => this.readGateway(index)),
      database: database(),
      recordsRefused: this.recordsRefused(),
      workerHeapBytes: workerHeapBytes(),
    };
  }

  private recordsRefused(): Readonly<Record<string, number>> {
    const ofGateways = this.gateways.map(
      (stats, index) => [`gateway ${index} to simulation`, stats.counter('recordsRefused')] as const,
    );
    return { ...this.sources.recordsRefused(), ...Object.fromEntries(ofGateways) };
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
      pathsAsked: simulation.counter('pathsAsked'),
      pathsRefused: simulation.counter('pathsRefused'),
      pathsLate: simulation.counter('pathsLate'),
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
    const dropped = sessionCounterNames.filter((name) => /^(dropped|denied)./.test(name));
    return {
      index,
      udpAdapter: this.sources.udpAdapters[index]!,
      connections: stats.gauge('connections'),
      packetsIn: stats.counter('socket:packetsIn'),
      packetsOut: stats.counter('socket:packetsOut'),
      bytesIn: stats.counter('socket:bytesIn'),
      bytesOut: stats.counter('socket:bytesOut'),
      datagramsDropped: {
        ...Object.fromEntries(dropped.map((name) => [reasonOf(name), stats.counter(name)])),
        undecodableMessage: stats.counter('messagesUndecodable'),
        requestsTooEarly: stats.counter('requestsTooEarly'),
        excessMessages: stats.counter('messagesExcess'),
        truncated: stats.counter('socket:truncated'),
        receiveQueueFull: stats.counter('socket:receiveDropped'),
        systemErrors: stats.counter('socket:errors'),
        sendRefused: stats.counter('socket:sendDropped'),
      },
      datagramsHandedOver: stats.counter('handedOver'),
      datagramsTakenOver: stats.counter('takenOver'),
      handshakesCompleted: stats.counter('sessionsOpened'),
      snapshotsSent: stats.counter('snapshotsSent'),
      entitiesRefused: stats.counter('entitiesRefused'),
      loadStep: stats.gauge('loadStep'),
      playersByCrowdStep: Object.fromEntries(
        crowdSteps.map(({ name }) => [name, stats.gauge(`crowd:${name}`)]),
      ),
      inputsReceived: stats.counter('inputsReceived'),
      packetsLost: stats.counter('packetsLost'),
      packetsFound: stats.counter('packetsFound'),
      messagesResent: stats.counter('retransmits'),
      phaseUs: Object.fromEntries(gatewayPhases.map((phase) => [phase, stats.counter(`us:${phase}`)])),
      roundTrips: durationCounts(stats.counts('roundTrip')),
    };
  }
}

/** `droppedUnauthentic` → `unauthentic`, `deniedFull` → `deniedFull`. */
function reasonOf(name: string): string {
  const bare = name.replace(/^dropped/, '');
  return bare.charAt(0).toLowerCase() + bare.slice(1);
}

/** A copy of live buckets, as of now. */
export function durationCounts(live: Uint32Array): DurationCounts {
  return { upperBoundsMs, counts: live.slice() };
}
