// What each thread measures of itself. Both sides of a statistics block are made from the same list, so it stands here.

import { crowdSteps } from '#application/replication/crowd-ladder.js';
import { gatewayPhases } from '#ports/threads/tick-timer.js';
import { SessionCounters } from '#adapters/protocol/session/sessions/session-counters.js';
import type { StatsNames } from './stats-block.js';
import { phaseNames } from '#application/tick/run-tick.js';
import type { Content } from '#domain/content/content.js';

export type SimulationCounter =
  | 'ticks'
  | 'ticksSkipped'
  | 'ticksLate'
  | 'ticksUnderPressure'
  | 'pathsAsked'
  | 'pathsRefused'
  | 'pathsLate'
  | 'malformedRecords'
  | 'unencodable'
  | `over:${string}`;
export type SimulationGauge = 'tick' | 'pressure' | 'players' | 'creatures' | 'loot' | `players:${string}`;
export type SimulationDuration = 'tickTime' | 'slip' | `phase:${string}`;

export function simulationStatsOf(
  content: Content,
): StatsNames<SimulationCounter, SimulationGauge, SimulationDuration> {
  return {
    counters: [
      'ticks',
      'ticksSkipped',
      'ticksLate',
      'ticksUnderPressure',
      'pathsAsked',
      'pathsRefused',
      'pathsLate',
      'malformedRecords',
      'unencodable',
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

const socketCounterNames = [
  'packetsIn',
  'bytesIn',
  'packetsOut',
  'bytesOut',
  'truncated',
  'sendDropped',
  'receiveDropped',
  'errors',
] as const;
type SocketCounterName = (typeof socketCounterNames)[number];

export type GatewayCounter =
  | SessionCounterName
  | `socket:${SocketCounterName}`
  | 'snapshotsSent'
  | 'inputsReceived'
  | 'messagesUndecodable'
  | 'requestsTooEarly'
  | 'recordsRefused'
  | 'entitiesRefused'
  | `us:${(typeof gatewayPhases)[number]}`;
export type GatewayGauge = 'connections' | 'loadStep' | `crowd:${string}`;
export type GatewayDuration = 'roundTrip';

export const gatewayStats: StatsNames<GatewayCounter, GatewayGauge, GatewayDuration> = {
  counters: [
    ...sessionCounterNames,
    ...socketCounterNames.map((name) => `socket:${name}` as const),
    'snapshotsSent',
    'inputsReceived',
    'messagesUndecodable',
    'requestsTooEarly',
    'recordsRefused',
    'entitiesRefused',
    ...gatewayPhases.map((phase) => `us:${phase}` as const),
  ],
  gauges: ['connections', 'loadStep', ...crowdSteps.map(({ name }) => `crowd:${name}` as const)],
  durations: ['roundTrip'],
};

export { socketCounterNames };
