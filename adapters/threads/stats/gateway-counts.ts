// Where a gateway (adapters/gateway) counts what GatewayCounts names, and what else is measured of it.

import type { GatewayCounts } from '#ports/system/metrics.js';

export interface MeasuredGateway {
  readonly counters: {
    readonly inputsReceived: number;
    readonly messagesUndecodable: number;
    readonly requestsTooEarly: number;
  };
  readonly staleRecords: number;
  readonly players: { readonly openSessions: number; readonly views: { readonly refusedForSlots: number } };
  readonly replication: {
    readonly snapshotsSent: number;
    readonly ladder: { readonly step: number };
    clientsOnStep(step: number): number;
  };
}

export const gatewayCounts: { readonly [Name in keyof GatewayCounts]: (gateway: MeasuredGateway) => number } =
  {
    snapshotsSent: ({ replication }) => replication.snapshotsSent,
    inputsReceived: ({ counters }) => counters.inputsReceived,
    messagesUndecodable: ({ counters }) => counters.messagesUndecodable,
    requestsTooEarly: ({ counters }) => counters.requestsTooEarly,
    entitiesRefused: ({ players }) => players.views.refusedForSlots,
    recordsStale: ({ staleRecords }) => staleRecords,
  };
