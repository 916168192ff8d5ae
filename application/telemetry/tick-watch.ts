// Whether the simulation lives: it makes ticks.

import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { Clock } from '#ports/system/clock.js';

/** A simulation that makes no tick for so long is not alive. */
export const stalledMs = 5000;

export class TickWatch implements HealthCheck {
  readonly name = 'simulation';
  private lastTick = -1;
  private lastTickAtMs: number;

  /** `newestTick` as the simulation tells it now. */
  constructor(
    private readonly newestTick: () => number,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {
    this.lastTickAtMs = clock.nowMs();
  }

  check(): CheckResult {
    const tick = this.newestTick();
    const nowMs = this.clock.nowMs();
    if (tick !== this.lastTick) {
      this.lastTick = tick;
      this.lastTickAtMs = nowMs;
    }
    const stillMs = nowMs - this.lastTickAtMs;
    return stillMs < stalledMs
      ? { ok: true }
      : { ok: false, reason: `no tick for ${Math.round(stillMs)} ms` };
  }
}
