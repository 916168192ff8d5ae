// One turn of a gateway thread: how long it waits, and when it tells of itself. The thread calls it in a loop, a test at
// its own pace.

import type { Gateway } from './gateway.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import type { Clock } from '#ports/system/clock.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';

export interface GatewayHostParts {
  readonly endpoint: ServerEndpoint;
  readonly gateway: Gateway;
  readonly socket: DatagramSocket;
  readonly clock: Clock;
  /** Brings the gateway's statistics block up to now. */
  readonly report: () => void;
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

export class GatewayHost {
  private turns = 0;
  private reportedMs = 0;
  private lastReceived = 0;
  /** Nobody ever notifies it: to sleep on. */
  private readonly never = new Int32Array(new SharedArrayBuffer(4));

  /** `parts` are open to tests and the simulator. */
  constructor(readonly parts: GatewayHostParts) {}

  /** Sessions that hold a row. */
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

  private report(): void {
    this.reportedMs = this.parts.clock.nowMs();
    this.parts.report();
  }
}
