// Where everybody with a body was in the last quarter of a second, so that a skill can be judged by what its user saw
// (skills/view-lag). One run of rows a tick, in a ring: written densely once a tick, read seldom. Who was put elsewhere
// - by a portal, a respawn, a new life in the same place - has no past before that: nobody is hit where it no longer is.

import type { Query } from '../engine/ecs/query.js';
import { defineTable, queryOf } from '../engine/system.js';
import type { WholeWorld, WorldOf } from '../engine/system.js';

/**
 * How far back anybody is looked for: 15 ticks, 250 ms. Ours: a round trip of 150 ms and the 100 ms by which clients show
 * others late. More would let those with bad connections hit whoever has long been out of their reach.
 */
export const rewindTicksMax = 15;
/** Ticks kept: the newest is that of the tick before, the oldest `rewindTicksMax` ago. A power of two. */
const ticksKept = 16;
/** Metres east or south in one tick. Nobody walks 60 m/s, so who came farther was put there. */
const strideM = 1;

type Bodies = WorldOf<'transform'>;

/** Whose past is kept. */
export const bodiesOf = { with: ['transform', 'vitals'] } as const;

export class PositionHistory {
  readonly #rows: number;
  /** Metres, to 0.06 mm on the largest map: by tick, then row. */
  readonly #x: Float32Array;
  readonly #y: Float32Array;
  /** Whose past it is, on which map, and since when; by row. */
  readonly #id: Uint32Array;
  readonly #map: Uint16Array;
  readonly #sinceTick: Uint32Array;

  constructor(world: Pick<WholeWorld, 'store'>) {
    this.#rows = world.store.entities.capacity + 1;
    this.#x = new Float32Array(this.#rows * ticksKept);
    this.#y = new Float32Array(this.#rows * ticksKept);
    this.#id = new Uint32Array(this.#rows);
    this.#map = new Uint16Array(this.#rows);
    this.#sinceTick = new Uint32Array(this.#rows);
  }

  /** Once in every tick, after all movement: of those with a body. */
  record(world: Bodies, bodies: Query): void {
    const { x, y } = world.components.transform.columns;
    const { tick } = world;
    const start = this.#startOf(tick);
    const before = this.#startOf(tick - 1);
    const { runs, runsEnd } = bodies.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (!this.#isSame(world, e, before)) this.#begin(world, e);
        this.#x[start + e] = x[e]!;
        this.#y[start + e] = y[e]!;
      }
  }

  /**
   * Writes x and y in metres of a living entity, as they were `agoTicks` before the tick being computed, to `at` and
   * `at + 1` of `spot`: on its present map always, at most `rewindTicksMax` ago, and not from before it was put there.
   * 0 and less is the present.
   */
  locate(world: Bodies, row: number, agoTicks: number, spot: Float64Array, at: number): void {
    const { tick, components } = world;
    const { x, y } = components.transform.columns;
    spot[at] = x[row]!;
    spot[at + 1] = y[row]!;
    if (agoTicks <= 0 || !this.#isSame(world, row, this.#startOf(tick - 1))) return;
    const then = Math.max(this.#sinceTick[row]!, tick - Math.min(agoTicks, rewindTicksMax));
    const start = this.#startOf(then);
    spot[at] = this.#x[start + row]!;
    spot[at + 1] = this.#y[start + row]!;
  }

  /** What later ticks may still look at. */
  eachWord(tick: number, bodies: Query, visit: (word: number) => void): void {
    const xBits = new Uint32Array(this.#x.buffer);
    const yBits = new Uint32Array(this.#y.buffer);
    bodies.refresh().eachRun((start, end) => {
      for (let e = start; e < end; e++)
        for (let then = Math.max(this.#sinceTick[e]!, tick + 1 - rewindTicksMax); then <= tick; then++) {
          visit(xBits[this.#startOf(then) + e]!);
          visit(yBits[this.#startOf(then) + e]!);
        }
    });
  }

  #startOf(tick: number): number {
    return (tick & (ticksKept - 1)) * this.#rows;
  }

  /** Whether the entity here is the one of that tick, and can have walked from there to where it is now. */
  #isSame(world: Bodies, row: number, start: number): boolean {
    const { map, x, y } = world.components.transform.columns;
    return (
      this.#id[row] === world.idAt(row) &&
      this.#map[row] === map[row] &&
      Math.abs(x[row]! - this.#x[start + row]!) < strideM &&
      Math.abs(y[row]! - this.#y[start + row]!) < strideM
    );
  }

  #begin(world: Bodies, row: number): void {
    this.#id[row] = world.idAt(row);
    this.#map[row] = world.components.transform.columns.map[row]!;
    this.#sinceTick[row] = world.tick;
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    positionHistory: PositionHistory;
  }
}

export const positionHistory = defineTable({
  name: 'positionHistory',
  create: (world) => new PositionHistory(world),
  eachWord: (history, visit, world) => history.eachWord(world.tick, queryOf(world, bodiesOf), visit),
});
