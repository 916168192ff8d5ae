// What a gateway counted, copied into its statistics block. It counts where it works; the block is for other threads.

import { crowdSteps } from '#application/replication/crowd-ladder.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import { gatewayCounts, type MeasuredGateway } from './gateway-counts.js';
import type { StatsWriter } from './stats-block.js';
import {
  type GatewayCounter,
  type GatewayDuration,
  type GatewayGauge,
  gatewayCountNames,
  sessionCounterNames,
  socketCounterNames,
} from './stats-names.js';

export type GatewayStats = StatsWriter<GatewayCounter, GatewayGauge, GatewayDuration>;

export interface GatewayReportSources {
  readonly endpoint: ServerEndpoint;
  readonly gateway: MeasuredGateway;
  readonly socket: Pick<DatagramSocket, 'counters'>;
}

/** Round trips of this many sessions are sampled with every report. */
const roundTripsPerReport = 16;

export class GatewayReport {
  private readonly indexes;
  private nextRoundTrip = 0;

  constructor(
    private readonly stats: GatewayStats,
    private readonly sources: GatewayReportSources,
  ) {
    this.indexes = {
      session: sessionCounterNames.map((name) => stats.counter(name)),
      socket: socketCounterNames.map((name) => stats.counter(`socket:${name}`)),
      gateway: gatewayCountNames.map((name) => stats.counter(name)),
      connections: stats.gauge('connections'),
      queueLength: stats.gauge('queueLength'),
      loadStep: stats.gauge('loadStep'),
      crowd: crowdSteps.map(({ name }) => stats.gauge(`crowd:${name}`)),
      roundTrip: stats.duration('roundTrip'),
    };
  }

  /** Brings the statistics block up to now. */
  write(): void {
    const { stats, indexes } = this;
    const { endpoint, gateway, socket } = this.sources;
    for (let i = 0; i < sessionCounterNames.length; i++) {
      stats.set(indexes.session[i]!, endpoint.counters[sessionCounterNames[i]!]);
    }
    for (let i = 0; i < socketCounterNames.length; i++) {
      stats.set(indexes.socket[i]!, socket.counters[socketCounterNames[i]!]);
    }
    for (let i = 0; i < gatewayCountNames.length; i++) {
      stats.set(indexes.gateway[i]!, gatewayCounts[gatewayCountNames[i]!](gateway));
    }
    stats.set(indexes.connections, gateway.players.openSessions);
    stats.set(indexes.queueLength, endpoint.queueLength);
    stats.set(indexes.loadStep, gateway.replication.ladder.step);
    for (let step = 0; step < indexes.crowd.length; step++) {
      stats.set(indexes.crowd[step]!, gateway.replication.clientsOnStep(step));
    }
    this.sampleRoundTrips();
  }

  /** A few sessions in turn, so that the figure costs the same whatever the number of players. */
  private sampleRoundTrips(): void {
    const { stats } = this;
    const { endpoint } = this.sources;
    const rows = endpoint.sessionRowsEnd;
    for (let i = 0; i < roundTripsPerReport && i < rows; i++) {
      this.nextRoundTrip = (this.nextRoundTrip + 1) % rows;
      if (!endpoint.isEstablished(this.nextRoundTrip)) continue;
      const { roundTrip } = endpoint.connection(this.nextRoundTrip);
      if (roundTrip.samples === 0) continue;
      stats.record(this.indexes.roundTrip, roundTrip.smoothedMs * 1000);
    }
  }
}
