// One turn of a gateway thread, and what it tells about itself. The thread calls it in a loop, a test at its own pace.

import { crowdSteps } from '#application/replication/crowd-ladder.js';
import type { Gateway } from '#adapters/gateway/gateway.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import type { StatsWriter } from '#adapters/threads/stats/stats-block.js';
import type { Clock } from '#ports/system/clock.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import {
  type GatewayCounter,
  type GatewayDuration,
  type GatewayGauge,
  sessionCounterNames,
  socketCounterNames,
} from './stats-names.js';

export interface GatewayHostParts {
  readonly endpoint: ServerEndpoint;
  readonly gateway: Gateway;
  readonly socket: DatagramSocket;
  readonly clock: Clock;
  readonly stats: StatsWriter<GatewayCounter, GatewayGauge, GatewayDuration>;
}

/** How long a turn may wait for datagrams: with players a new frame must not wait, without any only newcomers can. */
const waitWithSessionsMs = 2;
const waitIdleMs = 50;
/** Other gateways give newcomers over without waking this one. */
const waitIdleWithSistersMs = 5;
/** How long datagrams may gather, from how many players on, and the batch beyond which there is no pause; bench/RESULTS.md. */
const gatherMs = 1;
const gatherFromSessions = 200;
const gatherBelow = 256;
/** Statistics are copied every this many turns, and every so often when turns are long. */
const turnsPerReport = 64;
const reportEveryMs = 100;
/** Round trips of this many sessions are sampled with every report. */
const roundTripsPerReport = 16;

export class GatewayHost {
  private readonly places;
  private turns = 0;
  private reportedMs = 0;
  private lastReceived = 0;
  /** Nobody ever notifies it: to sleep on. */
  private readonly never = new Int32Array(new SharedArrayBuffer(4));
  private nextRoundTrip = 0;

  /** `parts` are open to tests and the simulator. */
  constructor(readonly parts: GatewayHostParts) {
    const { stats } = parts;
    this.places = {
      session: sessionCounterNames.map((name) => stats.counter(name)),
      socket: socketCounterNames.map((name) => stats.counter(`socket:${name}`)),
      snapshotsSent: stats.counter('snapshotsSent'),
      inputsReceived: stats.counter('inputsReceived'),
      messagesUndecodable: stats.counter('messagesUndecodable'),
      recordsRefused: stats.counter('recordsRefused'),
      entitiesRefused: stats.counter('entitiesRefused'),
      connections: stats.gauge('connections'),
      loadStep: stats.gauge('loadStep'),
      crowd: crowdSteps.map(({ name }) => stats.gauge(`crowd:${name}`)),
      roundTrip: stats.duration('roundTrip'),
    };
  }

  /** Sessions that hold a slot. */
  get sessions(): number {
    return this.parts.endpoint.sessionsUsed;
  }

  /** How long the next turn may wait. */
  get waitMs(): number {
    if (this.sessions > 0) return waitWithSessionsMs;
    return this.parts.endpoint.hasSisters ? waitIdleWithSistersMs : waitIdleMs;
  }

  turn(waitMs: number): void {
    if (waitMs > 0 && this.shouldGather()) Atomics.wait(this.never, 0, 0, gatherMs);
    this.lastReceived = this.parts.gateway.turn(waitMs);
    const sinceReportMs = this.parts.clock.nowMs() - this.reportedMs;
    if (++this.turns % turnsPerReport === 0 || sinceReportMs >= reportEveryMs) this.report();
  }

  /**
   * With many players a datagram always waits, and taking each alone costs a system call each. A pause lets a batch come
   * together; when a batch has come already, or newcomers wait, the gateway is behind and does not pause.
   */
  private shouldGather(): boolean {
    const { socket, endpoint } = this.parts;
    const isBehind = this.lastReceived >= gatherBelow || endpoint.hasExchanges;
    return socket.blocking && this.sessions >= gatherFromSessions && !isBehind;
  }

  /** Brings the statistics block up to now. */
  report(): void {
    const { stats, endpoint, gateway, socket } = this.parts;
    const { places } = this;
    this.reportedMs = this.parts.clock.nowMs();
    for (let i = 0; i < sessionCounterNames.length; i++) {
      stats.set(places.session[i]!, endpoint.counters[sessionCounterNames[i]!]);
    }
    for (let i = 0; i < socketCounterNames.length; i++) {
      stats.set(places.socket[i]!, socket.counters[socketCounterNames[i]!]);
    }
    stats.set(places.snapshotsSent, gateway.replication.snapshotsSent);
    stats.set(places.inputsReceived, gateway.counters.inputsReceived);
    stats.set(places.messagesUndecodable, gateway.counters.messagesUndecodable);
    stats.set(places.recordsRefused, gateway.counters.recordsRefused);
    stats.set(places.entitiesRefused, gateway.players.views.refusedForSlots);
    stats.set(places.connections, gateway.players.openSessions);
    stats.set(places.loadStep, gateway.replication.ladder.step);
    for (let step = 0; step < places.crowd.length; step++) {
      stats.set(places.crowd[step]!, gateway.replication.clientsOnStep(step));
    }
    this.sampleRoundTrips();
  }

  /** A few sessions in turn, so that the figure costs the same whatever the number of players. */
  private sampleRoundTrips(): void {
    const { stats, endpoint } = this.parts;
    const slots = endpoint.slotsEnd;
    for (let i = 0; i < roundTripsPerReport && i < slots; i++) {
      this.nextRoundTrip = (this.nextRoundTrip + 1) % slots;
      if (!endpoint.isEstablished(this.nextRoundTrip)) continue;
      const { roundTrip } = endpoint.connection(this.nextRoundTrip);
      if (roundTrip.samples === 0) continue;
      stats.record(this.places.roundTrip, roundTrip.smoothedMs * 1000);
    }
  }
}
