// The time of an endpoint: whole milliseconds that wrap at 32 bits, because small integers cost no memory. Read once a
// batch of datagrams, when the first is there, and once an update: each reading of the clock makes a number object.

import type { Clock } from '#ports/system/clock.js';

export class EndpointClock {
  nowMs: number;
  private isStale = false;

  constructor(private readonly clock: Clock) {
    this.nowMs = this.read();
  }

  /** A batch may follow: `freshen` reads the clock when its first datagram has come. */
  expire(): void {
    this.isStale = true;
  }

  /** Reads the clock unless that was done since `expire`. */
  freshen(): void {
    if (this.isStale) this.advance();
  }

  advance(): void {
    this.nowMs = this.read();
    this.isStale = false;
  }

  private read(): number {
    return Math.floor(this.clock.nowMs()) | 0;
  }
}
