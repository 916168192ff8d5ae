// How often each kind of request may be sent: the server drops what comes more often, and answers nothing to it. A token
// bucket per kind as the server has it, but smaller by what may arrive of it in half a second: a network that holds some
// messages back brings them closer together than they were sent.

import { packetInfo } from '#adapters/protocol/generated/packets.js';

/** Seconds of a kind's rate that its burst is kept smaller by. */
const marginSeconds = 0.5;

export class RequestRates {
  /** Of each kind by its id: requests that may be sent now, as of `sinceMs`. */
  private readonly tokens = new Float64Array(256);
  private readonly sinceMs = new Float64Array(256);

  constructor() {
    for (let id = 0; id < 256; id++) this.tokens[id] = atOnce(id);
  }

  /** Whether one more may be sent; kinds without a rate always. */
  allows(id: number, nowMs: number): boolean {
    const most = atOnce(id);
    const elapsedMs = Math.max(0, nowMs - this.sinceMs[id]!);
    this.tokens[id] = Math.min(most, this.tokens[id]! + (elapsedMs / 1000) * ratePerSecond(id));
    this.sinceMs[id] = nowMs;
    return most === Infinity || this.tokens[id]! >= 1;
  }

  /** One was sent, which `allows` had allowed. */
  sent(id: number): void {
    this.tokens[id]! -= 1;
  }
}

/** Requests that this library sends at once after a pause; Infinity for a kind without a rate. */
export function atOnce(id: number): number {
  const packet = packetInfo(id);
  if (packet === undefined || packet.ratePerSecond === 0) return Infinity;
  return Math.max(1, packet.burst - packet.ratePerSecond * marginSeconds);
}

function ratePerSecond(id: number): number {
  return packetInfo(id)?.ratePerSecond ?? 0;
}
