// The shortest way between two cells of a ground: A* over its subgoals, in as many slices as one likes. The result does
// not depend on the slices: they only end early what goes on unchanged, and of equally promising subgoals the one with
// the lower number is looked at first. Allocates nothing after it was made; the open list holds each subgoal once, so it
// cannot overflow.
// P. Hart, N. Nilsson, B. Raphael, "A Formal Basis for the Heuristic Determination of Minimum Cost Paths" (1968).

import { OpenList } from './open-list.js';
import { findSeen, seenMax } from './subgoal-graph.js';
import type { SubgoalGraph } from './subgoal-graph.js';
import { directionX, directionY, freeCost } from './walking-ground.js';

export const SearchState = { searching: 0, found: 1, noWay: 2, tooCostly: 3 } as const;
export type SearchState = (typeof SearchState)[keyof typeof SearchState];

export class PathSearch {
  state: SearchState = SearchState.noWay;
  /** What it cost until now: looks at neighbours. */
  steps = 0;
  /** Cells of the way from start to goal, the turns between two subgoals included; `wayLength` of them count. */
  readonly way: Uint32Array;
  wayLength = 0;
  /** Of the whole way, in the unit of `freeCost`. */
  cost = 0;

  #graph: SubgoalGraph | undefined;
  #stepsMax = 0;
  #start = 0;
  #goal = 0;
  /** Grows with every search, so that the marks of earlier ones need not be cleared. */
  #mark = 0;
  /** Subgoal 0 stands for the goal. */
  readonly #open: OpenList;
  readonly #reached: Uint32Array;
  readonly #closed: Uint32Array;
  readonly #before: Uint32Array;
  readonly #costTo: Uint32Array;
  readonly #seesGoal: Uint32Array;
  readonly #seen = new Uint32Array(seenMax);

  /** `subgoalsMax` of all graphs it will search; of a longer way than `wayMax` cells it tells the beginning. */
  constructor(subgoalsMax: number, wayMax: number) {
    const points = subgoalsMax + 1;
    this.#open = new OpenList(points);
    this.#reached = new Uint32Array(points);
    this.#closed = new Uint32Array(points);
    this.#before = new Uint32Array(points);
    this.#costTo = new Uint32Array(points);
    this.#seesGoal = new Uint32Array(points);
    this.way = new Uint32Array(wayMax);
  }

  /** From cell to cell, both free; gives up after `stepsMax` looks. Then `run`. */
  begin(graph: SubgoalGraph, start: number, goal: number, stepsMax: number): void {
    this.#graph = graph;
    this.#start = start;
    this.#goal = goal;
    this.#stepsMax = stepsMax;
    this.#nextMark();
    this.#open.clear();
    this.state = SearchState.searching;
    this.steps = 0;
    this.wayLength = 0;
    const { region } = graph.ground;
    if (region[start] === 0 || region[start] !== region[goal]) {
      this.state = SearchState.noWay;
    } else if (this.#leadsFreely(start, goal)) {
      this.#before[0] = 0;
      this.#costTo[0] = this.#freeCost(start, goal);
      this.#finish();
    } else {
      this.#look();
    }
  }

  /** Goes on for about `steps` looks. Whether it came to an end. */
  run(steps: number): boolean {
    const end = this.steps + steps;
    while (this.state === SearchState.searching && this.steps < end) this.#expand();
    return this.state !== SearchState.searching;
  }

  #nextMark(): void {
    if (++this.#mark <= 0xffff_ffff) return;
    this.#reached.fill(0);
    this.#closed.fill(0);
    this.#seesGoal.fill(0);
    this.#mark = 1;
  }

  /** Marks who sees the goal, and opens who is seen from the start. */
  #look(): void {
    const seen = this.#seen;
    const graph = this.#graph!;
    const ending = findSeen(graph, this.#goal, seen);
    for (let i = 0; i < ending; i++) this.#seesGoal[seen[i]!] = this.#mark;
    const subgoal = graph.subgoalAt[this.#goal]!;
    if (subgoal !== 0) this.#seesGoal[subgoal] = this.#mark;
    const beginning = findSeen(graph, this.#start, seen);
    for (let i = 0; i < beginning; i++) this.#reach(seen[i]!, 0, this.#start, 0);
    const own = graph.subgoalAt[this.#start]!;
    if (own !== 0) this.#reach(own, 0, this.#start, 0);
    this.steps += ending + beginning + 1;
  }

  #expand(): void {
    const open = this.#open;
    if (open.count === 0) {
      this.state = SearchState.noWay;
      return;
    }
    if (this.steps >= this.#stepsMax) {
      this.state = SearchState.tooCostly;
      return;
    }
    const subgoal = open.takeLeast();
    if (subgoal === 0) {
      this.#finish();
      return;
    }
    this.#closed[subgoal] = this.#mark;
    const { firstNeighbour, neighbours, cellOf } = this.#graph!;
    const cell = cellOf[subgoal]!;
    const cost = this.#costTo[subgoal]!;
    const end = firstNeighbour[subgoal + 1]!;
    for (let i = firstNeighbour[subgoal]!; i < end; i++) this.#reach(neighbours[i]!, cost, cell, subgoal);
    this.steps += end - firstNeighbour[subgoal]! + 1;
    if (this.#seesGoal[subgoal] === this.#mark) this.#reach(0, cost, cell, subgoal);
  }

  /** A way to a subgoal (0: the goal) was found, from `cell` of the subgoal before it. */
  #reach(subgoal: number, costBefore: number, cell: number, before: number): void {
    const mark = this.#mark;
    if (this.#closed[subgoal] === mark) return;
    const at = subgoal === 0 ? this.#goal : this.#graph!.cellOf[subgoal]!;
    const cost = costBefore + this.#freeCost(cell, at);
    const known = this.#reached[subgoal] === mark;
    if (known && this.#costTo[subgoal]! <= cost) return;
    this.#reached[subgoal] = mark;
    this.#costTo[subgoal] = cost;
    this.#before[subgoal] = before;
    this.#open.put(subgoal, cost + this.#freeCost(at, this.#goal), known);
  }

  #freeCost(from: number, to: number): number {
    const { width } = this.#graph!.ground;
    const fromX = from % width;
    const toX = to % width;
    return freeCost(toX - fromX, (to - toX - from + fromX) / width);
  }

  #finish(): void {
    this.cost = this.#costTo[0]!;
    this.state = SearchState.found;
    this.wayLength = this.#countCells();
    this.#writeWay();
  }

  #countCells(): number {
    let cells = 2;
    for (let subgoal = this.#before[0]!; subgoal !== 0; subgoal = this.#before[subgoal]!) cells += 2;
    return cells + 1;
  }

  /** From the goal back to the start; each leg's turn before its end. What does not fit is the far end. */
  #writeWay(): void {
    let at = this.wayLength;
    let subgoal = 0;
    let cell = this.#goal;
    const put = this.way.length;
    for (;;) {
      const before = this.#before[subgoal]!;
      const cellBefore = before === 0 ? this.#start : this.#graph!.cellOf[before]!;
      if (--at < put) this.way[at] = cell;
      // The goal was looked for from its own side: diagonally first from there.
      const turn =
        subgoal === 0 && before !== 0 ? this.#turn(cell, cellBefore) : this.#turn(cellBefore, cell);
      if (--at < put) this.way[at] = turn;
      if (before === 0) break;
      subgoal = before;
      cell = cellBefore;
    }
    if (put > 0) this.way[0] = this.#start;
    this.wayLength = Math.min(this.wayLength, put);
  }

  /** Where a way that goes diagonally first turns straight. */
  #turn(from: number, to: number): number {
    const { width } = this.#graph!.ground;
    const fromX = from % width;
    const toX = to % width;
    const dx = toX - fromX;
    const dy = (to - toX - from + fromX) / width;
    const diagonal = Math.min(Math.abs(dx), Math.abs(dy));
    return from + Math.sign(dx) * diagonal + Math.sign(dy) * diagonal * width;
  }

  /** Whether the way that goes diagonally first, then straight, is free. */
  #leadsFreely(from: number, to: number): boolean {
    const { ground } = this.#graph!;
    const { width } = ground;
    const turn = this.#turn(from, to);
    return this.#isFree(from, turn, width) && this.#isFree(turn, to, width);
  }

  /** Whether all steps of one direction from cell to cell are possible: clearance by clearance. */
  #isFree(from: number, to: number, width: number): boolean {
    const dx = (to % width) - (from % width);
    const dy = Math.floor(to / width) - Math.floor(from / width);
    if (dx === 0 && dy === 0) return true;
    const direction = directionOf(Math.sign(dx), Math.sign(dy));
    const { clearance } = this.#graph!;
    const stride = directionY[direction]! * width + directionX[direction]!;
    let left = Math.max(Math.abs(dx), Math.abs(dy));
    for (let cell = from; left > 0;) {
      const clear = clearance[cell * 8 + direction]!;
      if (clear === 0) return false;
      cell += stride * Math.min(clear, left);
      left -= clear;
    }
    return true;
  }
}

/** By (signX + 1) * 3 + signY + 1. */
const directions = Int32Array.of(5, 4, 3, 6, 0, 2, 7, 0, 1);

function directionOf(signX: number, signY: number): number {
  return directions[(signX + 1) * 3 + signY + 1]!;
}
