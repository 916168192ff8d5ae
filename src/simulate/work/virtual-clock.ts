// Time that passes when it is told to.

import type { Clock } from '#ports/system/clock.js';

export class VirtualClock implements Clock {
  ms = 0;

  nowMs(): number {
    return this.ms;
  }

  unixMs(): number {
    return 1_700_000_000_000 + Math.floor(this.ms);
  }
}
