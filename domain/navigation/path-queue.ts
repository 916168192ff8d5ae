// Questions for paths in the order they were asked, and the tick in which each is answered. That tick follows from the
// questions alone - not from who works them out, how many do, or how fast - so that a world goes the same way whatever
// the number of threads: as if one worker took `stepsPerTick` a tick, and no answer came before `answerTicks`.

import type { ColumnMemory } from '../ecs/columns.js';
import { createPathColumns, questionsMax } from './path-columns.js';
import type { PathColumns } from './path-columns.js';

/** Ticks from question to answer at least: 50 ms, in which other threads can work it out beside the ticks. */
export const answerTicks = 3;
/** What the searches of a tick may cost: about half a millisecond in the simulation's own thread (bench/RESULTS.md). */
export const stepsPerTick = 16_384;

/** Who makes answers stand in the columns; see ports/deliberation. */
export interface PathWorker {
  settle(number: number): void;
}

export class PathQueue {
  /** Number of the next question; they count from 0. */
  asked = 0;
  /** Number of the oldest question that was not answered. */
  answered = 0;
  /** Questions for which there was no room since the start. */
  refused = 0;
  /** Who asked, by slot. */
  readonly entity = new Uint32Array(questionsMax);
  readonly askedTick = new Uint32Array(questionsMax);
  readonly columns: PathColumns;
  /** When the one worker would be done with all that was answered, in steps since tick 0. */
  #doneAtSteps = 0;

  constructor(columns: PathColumns) {
    this.columns = columns;
  }

  static in(memory: ColumnMemory): PathQueue {
    return new PathQueue(createPathColumns(memory));
  }

  /** The slot to write the next question in; -1, and counted, when too many wait: the asker asks again some thought later. */
  ask(entity: number, tick: number): number {
    if (this.asked - this.answered >= questionsMax) {
      this.refused++;
      return -1;
    }
    const slot = this.asked++ % questionsMax;
    this.entity[slot] = entity;
    this.askedTick[slot] = tick;
    return slot;
  }

  /** The slot of the next answer that is due in `tick`, or -1; it is worked out and stays until the next `ask`. */
  nextAnswer(tick: number, worker: PathWorker): number {
    if (this.answered === this.asked) return -1;
    const slot = this.answered % questionsMax;
    const askedTick = this.askedTick[slot]!;
    if (tick < askedTick + answerTicks) return -1;
    const nowSteps = tick * stepsPerTick;
    const beganAtSteps = Math.max(this.#doneAtSteps, askedTick * stepsPerTick);
    // Not even begun: nobody needs to wait for it.
    if (beganAtSteps >= nowSteps) return -1;
    worker.settle(this.answered);
    const doneAtSteps = beganAtSteps + this.columns.steps[slot]!;
    if (doneAtSteps > nowSteps) return -1;
    this.#doneAtSteps = doneAtSteps;
    this.answered++;
    return slot;
  }

  /** All that decides what comes next, as words, for hashing. */
  eachWord(visit: (word: number) => void): void {
    const { columns, entity, askedTick } = this;
    const exact = new Float64Array(1);
    const words = new Uint32Array(exact.buffer);
    const visitExact = (value: number) => {
      exact[0] = value;
      words.forEach(visit);
    };
    visitExact(this.#doneAtSteps);
    for (let number = this.answered; number < this.asked; number++) {
      const slot = number % questionsMax;
      for (const column of [entity, askedTick, columns.graph]) visit(column[slot]!);
      for (const column of [columns.fromX, columns.fromY, columns.toX, columns.toY])
        visitExact(column[slot]!);
    }
  }
}
