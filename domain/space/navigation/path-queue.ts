// Questions for paths in the order they were asked, and the tick in which each is answered. That tick follows from the
// questions alone - not from who works them out, how many do, or how fast - so that a world goes the same way whatever
// the number of threads: as if one worker took so many steps a tick, and no answer came before `answerTicks`. When the
// server is short of time that worker gets fewer.

import type { ColumnMemory } from '../../engine/ecs/columns.js';
import type { Pressure } from '../../vocabulary/pressure.js';
import { createPathColumns, questionsMax } from './path-columns.js';
import type { PathColumns } from './path-columns.js';

/** Ticks from question to answer at least: 50 ms, in which other threads can work it out beside the ticks. */
export const answerTicks = 3;
/**
 * What the searches of a tick may cost, by pressure: about half a millisecond in the simulation's own thread (bench/RESULTS.md),
 * at last a quarter of it. Creatures walk on as they did while they wait; the longest search then takes two ticks.
 */
export const stepsPerTick = [16_384, 12_288, 8_192, 4_096] as const;

/** Who makes answers stand in the columns; see ports/threads/deliberation. */
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
  /** What the worker gets in this tick. */
  stepsOfTick = 0;
  readonly #askedAtSteps = new Float64Array(questionsMax);
  /** What it got since tick 0, this tick's included. */
  #nowSteps = 0;
  readonly columns: PathColumns;
  /** When it would be done with all that was answered, in steps since tick 0. */
  #doneAtSteps = 0;

  constructor(columns: PathColumns) {
    this.columns = columns;
  }

  static in(memory: ColumnMemory): PathQueue {
    return new PathQueue(createPathColumns(memory));
  }

  /** Once a tick, before questions are asked in it. */
  beginTick(pressure: Pressure): void {
    this.stepsOfTick = stepsPerTick[pressure];
    this.#nowSteps += this.stepsOfTick;
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
    this.#askedAtSteps[slot] = this.#nowSteps;
    return slot;
  }

  /** The slot of the next answer that is due in `tick`, or -1; it is worked out and stays until the next `ask`. */
  nextAnswer(tick: number, worker: PathWorker): number {
    if (this.answered === this.asked) return -1;
    const slot = this.answered % questionsMax;
    if (tick < this.askedTick[slot]! + answerTicks) return -1;
    const nowSteps = this.#nowSteps;
    const beganAtSteps = Math.max(this.#doneAtSteps, this.#askedAtSteps[slot]!);
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
    visitExact(this.#nowSteps);
    for (let number = this.answered; number < this.asked; number++) {
      const slot = number % questionsMax;
      for (const column of [entity, askedTick, columns.graph]) visit(column[slot]!);
      for (const column of [this.#askedAtSteps, columns.fromX, columns.fromY, columns.toX, columns.toY])
        visitExact(column[slot]!);
    }
  }
}
