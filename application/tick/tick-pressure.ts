// Turns measured times into the pressure of the next tick: a running mean of how much of its time a step used, and three
// thresholds. It rises one level at a time, with a pause to see what the last one brought, and falls only after a calm
// time well below the threshold, so that it does not flap. Pure: whoever has a clock measures.

import { pressureMax } from '#domain/vocabulary/pressure.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';

/** Shares of a step's time above which the pressure is at least 1, 2, 3. The rest is for bursts, and for what else the machine does. */
const riseAbove: readonly number[] = [0.55, 0.7, 0.85];
/** It falls when the mean is this much below the threshold that it rose above. */
const slack = 0.15;
/** Of each step into the mean: a single slow step raises nothing, a quarter of a second of them does. */
const meanShare = 1 / 16;
const risePauseTicks = 15;
const fallPauseTicks = 120;
/** What counts of one step at most, so that one long stall is not felt for long. */
const loadMax = 2;

export class TickPressure {
  #level: Pressure = 0;
  #mean = 0;
  #ticksSinceChange = 0;

  /** For the next tick. */
  get level(): Pressure {
    return this.#level;
  }

  /** After a tick: the time it took, as a share of the time between two; and whether it began a whole step late. */
  observe(load: number, isLate: boolean): void {
    const felt = Math.min(loadMax, isLate ? Math.max(1, load) : load);
    this.#mean += (felt - this.#mean) * meanShare;
    this.#ticksSinceChange++;
    if (this.#level < pressureMax && this.#mean > riseAbove[this.#level]!) {
      if (this.#ticksSinceChange >= risePauseTicks) this.#change(1);
    } else if (this.#level > 0 && this.#mean < riseAbove[this.#level - 1]! - slack) {
      if (this.#ticksSinceChange >= fallPauseTicks) this.#change(-1);
    }
  }

  #change(by: number): void {
    this.#level = (this.#level + by) as Pressure;
    this.#ticksSinceChange = 0;
  }
}
