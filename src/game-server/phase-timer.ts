// Tells how long each phase took: from its begin to the next one's, or to the end of the last.

import type { Clock } from '#ports/clock.js';
import type { TickTimer } from '#ports/tick-timer.js';

export abstract class PhaseTimer implements TickTimer {
  private phase = -1;
  private sinceMs = 0;

  constructor(private readonly clock: Clock) {}

  begin(phase: number): void {
    this.sinceMs = this.endPhase();
    this.phase = phase;
  }

  end(): void {
    const nowMs = this.endPhase();
    this.phase = -1;
    this.ended(nowMs);
  }

  protected abstract took(phase: number, ms: number): void;

  /** After the last phase. */
  protected ended(_nowMs: number): void {}

  private endPhase(): number {
    const nowMs = this.clock.nowMs();
    if (this.phase >= 0) this.took(this.phase, nowMs - this.sinceMs);
    return nowMs;
  }
}
