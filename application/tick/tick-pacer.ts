// Decides when ticks are due. A fixed step: after a hiccup a few missed ticks are made up for at once, more than that are
// given up and counted, so that a stall never turns into a spiral of catching up.

/** Ticks made up for in one go: 67 ms at 60 a second, which players hardly notice. */
export const catchUpTicksMax = 4;

export class TickPacer {
  /** Ticks given up since the start. */
  skippedTicks = 0;
  /** Steps since the start, run or given up; a count does not drift as a sum of fractions does. */
  private steps = 0;

  constructor(
    private readonly tickRate: number,
    private readonly startMs: number,
  ) {}

  /** How many ticks to run now. */
  takeDue(nowMs: number): number {
    const due = Math.floor(((nowMs - this.startMs) * this.tickRate) / 1000) - this.steps;
    if (due <= 0) return 0;
    this.steps += due;
    if (due <= catchUpTicksMax) return due;
    this.skippedTicks += due - catchUpTicksMax;
    return catchUpTicksMax;
  }

  /**
   * Milliseconds by which a step that was taken is late at `nowMs`, when `left` of those taken last are still to be run, it
   * being the first of them.
   */
  slipMs(nowMs: number, left: number): number {
    return Math.max(0, nowMs - this.startMs - ((this.steps - left + 1) * 1000) / this.tickRate);
  }

  /** Milliseconds until the next tick is due, 0 when it is. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.startMs + ((this.steps + 1) * 1000) / this.tickRate - nowMs);
  }
}
