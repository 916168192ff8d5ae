// Tells how long each phase took: from its begin to the next one's, or to the end of the last.

import type { Clock } from '#ports/system/clock.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';

/** Of `times`: when the last phase ended, and how long it took, in ms. */
const since = 0;
const span = 1;

export abstract class PhaseTimer implements TickTimer {
  private phase = -1;
  /** In an array, because doubles that are handed over, ten times a tick, are objects on the heap. */
  private readonly times = new Float64Array(2);

  constructor(private readonly clock: Clock) {}

  begin(phase: number): void {
    this.endPhase();
    this.phase = phase;
  }

  end(): void {
    this.endPhase();
    this.phase = -1;
    this.ended();
  }

  /** Of the phase that just ended. */
  protected get tookMs(): number {
    return this.times[span]!;
  }

  /** When it ended. */
  protected get endedMs(): number {
    return this.times[since]!;
  }

  /** A phase ended. */
  protected abstract took(phase: number): void;

  /** After the last phase. */
  protected ended(): void {}

  private endPhase(): void {
    const { times } = this;
    const nowMs = this.clock.nowMs();
    times[span] = nowMs - times[since]!;
    times[since] = nowMs;
    if (this.phase >= 0) this.took(this.phase);
  }
}
