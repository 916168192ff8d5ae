// Works out questions in the simulation's own thread, so many steps a tick, a search cut wherever the tick's share ends.
// What it takes more than its share, it takes less in the next tick.

import { questionsMax } from './path-columns.js';
import type { PathFinder } from './path-finder.js';
import type { PathWorker } from './path-queue.js';

/** Who works questions out: here, or in other threads (ports/threads/deliberation). */
export interface Ponderer extends PathWorker {
  /**
   * Once a tick: all questions with numbers below `end` are written and may be worked on. Who does so in the simulation's
   * own thread takes about `steps` now.
   */
  ponder(end: number, steps: number): void;
  /** Answers that were due before they were worked out, since the start. */
  readonly late: number;
}

export class PonderInTurn implements Ponderer {
  late = 0;
  readonly #finder: PathFinder;
  /** Number of the question that is worked on or comes next. */
  #next = 0;
  #stepsLeft = 0;

  constructor(finder: PathFinder) {
    this.#finder = finder;
  }

  ponder(end: number, steps: number): void {
    this.#stepsLeft = Math.min(this.#stepsLeft, 0) + steps;
    while (this.#stepsLeft > 0 && this.#next < end) this.#work(this.#stepsLeft);
  }

  settle(number: number): void {
    if (number < this.#next) return;
    this.late++;
    while (this.#next <= number) this.#work(Infinity);
  }

  #work(steps: number): void {
    const finder = this.#finder;
    if (!finder.isBusy) finder.begin(this.#next % questionsMax);
    this.#stepsLeft -= finder.run(steps) + 1;
    if (!finder.isBusy) this.#next++;
  }
}
