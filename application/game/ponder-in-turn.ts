// Works out questions in the simulation's own thread, so many steps a tick, a search cut wherever the tick's share ends.
// What it takes more than its share, it takes less in the next tick.

import { questionsMax } from '#domain/space/navigation/path-columns.js';
import type { PathFinder } from '#domain/space/navigation/path-finder.js';
import type { Deliberation } from '#ports/threads/deliberation.js';

export class PonderInTurn implements Deliberation {
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
