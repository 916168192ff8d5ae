// Works out questions for paths: from where a body stands to where it wants to be, as few places to walk straight to one
// after another. Walking straight between them it touches no wall. The answer is a function of the question and the map
// alone, whoever works it out and in whatever slices. Allocates nothing after it was made.

import type { Navigation } from './navigation.js';
import { hasOpenWalk, walkFromX, walkFromY, walkNumbers, walkRadius, walkToX, walkToY } from './open-walk.js';
import { PathOutcome, waypointsMax } from './path-columns.js';
import type { PathColumns } from './path-columns.js';
import { PathSearch, SearchState } from './path-search.js';
import type { SubgoalGraph } from './subgoal-graph.js';

/** Looks of one search: enough to search all of a winding cave of 200 m; beyond, a creature has better things to do. */
export const searchStepsMax = 8192;
/** Cells of a way that are looked at for corners to cut; what is beyond is walked with the next path. */
const wayMax = 128;
/** Straight looks along the way for one path, and what each counts as in steps (measured: a look is about 8 of them). */
const looksMax = 64;
const stepsPerLook = 8;
/** Metres from an unreachable goal within which the nearest reachable place is sought. */
const nearestReachM = 16;

export class PathFinder {
  readonly #navigation: Navigation;
  readonly #columns: PathColumns;
  readonly #search: PathSearch;
  readonly #walk = new Float64Array(walkNumbers);
  #slot = -1;
  #steps = 0;
  #goal = -1;
  #goalIsReached = false;

  constructor(navigation: Navigation, columns: PathColumns) {
    this.#navigation = navigation;
    this.#columns = columns;
    const subgoalsMax = navigation.graphs.reduce((most, { cellOf }) => Math.max(most, cellOf.length), 0);
    this.#search = new PathSearch(subgoalsMax, wayMax);
  }

  /** Whether a question was begun and not finished. */
  get isBusy(): boolean {
    return this.#slot >= 0;
  }

  begin(slot: number): void {
    this.#slot = slot;
    this.#steps = 0;
    this.#goal = -1;
    const graph = this.#graph();
    const start = this.#standingCell(graph, slot);
    if (start < 0) {
      this.#answer(PathOutcome.noWay);
      return;
    }
    this.#chooseGoal(graph, slot, graph.ground.region[start]!);
    if (this.#goal < 0) this.#answer(PathOutcome.noWay);
    else this.#search.begin(graph, start, this.#goal, searchStepsMax);
  }

  /** Goes on for about `steps` and returns how many it took. */
  run(steps: number): number {
    if (this.#slot < 0) return 0;
    const before = this.#search.steps;
    if (!this.#search.run(steps)) return this.#search.steps - before;
    const { state } = this.#search;
    if (state === SearchState.found) {
      this.#pullTaut();
      this.#answer(this.#goalIsReached ? PathOutcome.found : PathOutcome.nearest);
    } else this.#answer(state === SearchState.tooCostly ? PathOutcome.tooCostly : PathOutcome.noWay);
    return this.#search.steps - before + this.#steps;
  }

  #graph(): SubgoalGraph {
    return this.#navigation.graphs[this.#columns.graph[this.#slot]!]!;
  }

  #answer(outcome: PathOutcome): void {
    const columns = this.#columns;
    const slot = this.#slot;
    columns.outcome[slot] = outcome;
    if (outcome === PathOutcome.noWay || outcome === PathOutcome.tooCostly) {
      columns.count[slot] = 0;
      columns.whole[slot] = 0;
    }
    const searched = this.#goal < 0 ? 0 : this.#search.steps;
    columns.steps[slot] = searched + this.#steps + 1;
    this.#slot = -1;
  }

  /** The cell nearest to where the body stands to whose middle it can walk straight; -1 for none beside it. */
  #standingCell({ ground }: SubgoalGraph, slot: number): number {
    const { width, height, region, size, blocked } = ground;
    const walk = this.#walk;
    const x = this.#columns.fromX[slot]!;
    const y = this.#columns.fromY[slot]!;
    walk[walkFromX] = x;
    walk[walkFromY] = y;
    walk[walkRadius] = this.#columns.radius[slot]!;
    const ownX = Math.floor(x - size / 2 + 0.5);
    const ownY = Math.floor(y - size / 2 + 0.5);
    let nearest = -1;
    let nearestSquared = Infinity;
    for (let row = Math.max(0, ownY - 1); row <= Math.min(height - 1, ownY + 1); row++)
      for (let column = Math.max(0, ownX - 1); column <= Math.min(width - 1, ownX + 1); column++) {
        if (region[row * width + column] === 0) continue;
        walk[walkToX] = column + size / 2;
        walk[walkToY] = row + size / 2;
        const dx = walk[walkToX]! - x;
        const dy = walk[walkToY]! - y;
        const squared = dx * dx + dy * dy;
        if (squared >= nearestSquared || !hasOpenWalk(ground, blocked, walk)) continue;
        nearest = row * width + column;
        nearestSquared = squared;
      }
    return nearest;
  }

  /** The cell of a region nearest to where the body wants to be, by rings; -1 for none in reach. */
  #chooseGoal({ ground }: SubgoalGraph, slot: number, home: number): void {
    const { width, height, region, size } = ground;
    const x = this.#columns.toX[slot]! - size / 2;
    const y = this.#columns.toY[slot]! - size / 2;
    const ownX = Math.floor(x + 0.5);
    const ownY = Math.floor(y + 0.5);
    let looked = 0;
    let nearestSquared = Infinity;
    for (let ring = 0; ring <= nearestReachM && (ring - 0.5) * (ring - 0.5) < nearestSquared; ring++)
      for (let row = ownY - ring; row <= ownY + ring; row++) {
        const step = Math.abs(row - ownY) === ring || ring === 0 ? 1 : 2 * ring;
        for (let column = ownX - ring; column <= ownX + ring; column += step) {
          looked++;
          if (row < 0 || column < 0 || row >= height || column >= width) continue;
          if (region[row * width + column] !== home) continue;
          const squared = (column - x) * (column - x) + (row - y) * (row - y);
          if (squared >= nearestSquared) continue;
          nearestSquared = squared;
          this.#goal = row * width + column;
        }
      }
    this.#steps += looked >> 2;
    // Ours: half the body's square and the rest of a tile's diagonal; nearer only what fits exactly there can get.
    const enoughM = size / 2 + 0.25;
    this.#goalIsReached = nearestSquared <= enoughM * enoughM;
  }

  /** Keeps of the way only where it must bend: from each place on to the farthest that can be walked to straight. */
  #pullTaut(): void {
    const columns = this.#columns;
    const slot = this.#slot;
    const search = this.#search;
    const walk = this.#walk;
    const last = search.wayLength - 1;
    const isWholeWay = search.way[last] === this.#goal;
    walk[walkFromX] = columns.fromX[slot]!;
    walk[walkFromY] = columns.fromY[slot]!;
    let looks = 0;
    let count = 0;
    let at = 0;
    columns.whole[slot] = 0;
    while (count < waypointsMax) {
      let far = at;
      while (far < last && looks < looksMax) {
        looks++;
        this.#aimAt(far + 1);
        if (!hasOpenWalk(this.#graph().ground, this.#graph().ground.blocked, walk)) break;
        far++;
      }
      // The next place on the way can always be walked to from the one before.
      if (far === at && count > 0 && far < last) far++;
      this.#aimAt(far);
      const entry = (slot * waypointsMax + count++) * 2;
      columns.waypoints[entry] = walk[walkToX]! * 2;
      columns.waypoints[entry + 1] = walk[walkToY]! * 2;
      if (far === last || looks >= looksMax) {
        columns.whole[slot] = far === last && isWholeWay ? 1 : 0;
        break;
      }
      walk[walkFromX] = walk[walkToX]!;
      walk[walkFromY] = walk[walkToY]!;
      at = far;
    }
    columns.count[slot] = count;
    this.#steps += looks * stepsPerLook;
  }

  #aimAt(index: number): void {
    const { width, size } = this.#graph().ground;
    const cell = this.#search.way[index]!;
    this.#walk[walkToX] = (cell % width) + size / 2;
    this.#walk[walkToY] = Math.floor(cell / width) + size / 2;
  }
}
