// What each thread measures of itself. Both sides of a statistics block are made from the same list, so it stands here.

import { crowdSteps } from '#application/replication/crowd-ladder.js';
import { gatewayPhases } from '#ports/threads/tick-timer.js';
import { SessionCounters } from '#adapters/protocol/session/sessions/session-counters.js';
import { type GameCounts, gameCounts } from '#application/telemetry/simulation-counts.js';
import type { FactName } from '#domain/engine/system.js';
import { factDefinitions } from '#domain/vocabulary/generated/facts.js';
import { gatewayCounts } from './gateway-counts.js';
import { phaseNames } from '#application/tick/phases.js';
import type { StatsNames, StatsWriter } from './stats-block.js';
import type { Content } from '#domain/content/content.js';
import { type DatagramCounters, noDatagrams } from '#ports/network/datagram-socket.js';
import type { GatewayCounts, SimulationCounts } from '#ports/system/metrics.js';

export type SimulationCounter =
  | 'ticks'
  | 'ticksSkipped'
  | 'ticksLate'
  | 'ticksUnderPressure'
  | keyof SimulationCounts
  | `fact:${FactName}`
  | `over:${string}`;
export const factNames = factDefinitions.map(({ name }) => name);
export const gameCountNames = Object.keys(gameCounts) as (keyof GameCounts)[];
export const simulationCountNames = ['malformedRecords', 'unencodable', ...gameCountNames] as const;

export type SimulationGauge = 'tick' | 'pressure' | 'players' | 'creatures' | 'loot' | `players:${string}`;
export type SimulationDuration = 'tickTime' | 'slip' | `phase:${string}`;

export type SimulationStats = StatsWriter<SimulationCounter, SimulationGauge, SimulationDuration>;

export function simulationStatsOf(
  content: Content,
): StatsNames<SimulationCounter, SimulationGauge, SimulationDuration> {
  return {
    counters: [
      'ticks',
      'ticksSkipped',
      'ticksLate',
      'ticksUnderPressure',
      ...simulationCountNames,
      ...factNames.map((name) => `fact:${name}` as const),
      ...phaseNames.map((name) => `over:${name}` as const),
    ],
    gauges: [
      'tick',
      'pressure',
      'players',
      'creatures',
      'loot',
      ...content.maps.map((map) => `players:${map.key}` as const),
    ],
    durations: ['tickTime', 'slip', ...phaseNames.map((name) => `phase:${name}` as const)],
  };
}

export type SessionCounterName = keyof SessionCounters;
export const sessionCounterNames = Object.keys(new SessionCounters()) as SessionCounterName[];

export type SocketCounterName = keyof DatagramCounters;
export const socketCounterNames = Object.keys(noDatagrams()) as SocketCounterName[];

export const gatewayCountNames = Object.keys(gatewayCounts) as (keyof GatewayCounts)[];

export type GatewayCounter =
  | SessionCounterName
  | `socket:${SocketCounterName}`
  | keyof GatewayCounts
  | `us:${(typeof gatewayPhases)[number]}`;
export type GatewayGauge = 'connections' | 'queueLength' | 'loadStep' | `crowd:${string}`;
export type GatewayDuration = 'roundTrip';

/** All but those of its phases. */
export const gatewayCounterNames = [
  ...sessionCounterNames,
  ...socketCounterNames.map((name) => `socket:${name}` as const),
  ...gatewayCountNames,
] as const;

export const gatewayStats: StatsNames<GatewayCounter, GatewayGauge, GatewayDuration> = {
  counters: [...gatewayCounterNames, ...gatewayPhases.map((phase) => `us:${phase}` as const)],
  gauges: [
    'connections',
    'queueLength',
    'loadStep',
    ...crowdSteps.map(({ name }) => `crowd:${name}` as const),
  ],
  durations: ['roundTrip'],
};
