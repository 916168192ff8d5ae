// The host's clocks.

import type { Clock } from '#ports/system/clock.js';

export class SystemClock implements Clock {
  nowMs(): number {
    return performance.now();
  }

  unixMs(): number {
    return Date.now();
  }
}
