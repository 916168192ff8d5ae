// How creatures get where no straight way leads: each thought looks whether it can walk straight; if not, the creature
// asks for a path, and walks on as it did until the answer comes some ticks later. A path is kept while it leads near
// enough to the goal, and asked for anew when the goal moved.

import { graphIndex } from '../space/navigation/navigation.js';
import type { Navigation } from '../space/navigation/navigation.js';
import {
  hasOpenWalkOn,
  walkFromX,
  walkFromY,
  walkNumbers,
  walkRadius,
  walkToX,
  walkToY,
} from '../space/navigation/open-walk.js';
import { PathOutcome, waypointsMax } from '../space/navigation/path-columns.js';
import type { PathQueue } from '../space/navigation/path-queue.js';
import type { Ponderer } from '../space/navigation/ponder-in-turn.js';
import { ownPaths } from '../space/navigation/shared-paths.js';
import { defineSystem, defineTable } from '../engine/system.js';
import type { WholeWorld, WorldOf } from '../engine/system.js';

/** A goal that moved less than this, or than this share of its distance, is still where the path leads, about. */
const goalDriftM = 1.5;
const goalDriftShare = 0.2;
/** Who found that no path leads to its goal asks again after a second. */
const retryTicks = 60;
/** Waypoints of a fresh path that may turn out to lie behind the walker, who went on meanwhile. */
const skippedMax = 3;

export type Walkers = WorldOf<'transform' | 'motion' | 'identity' | 'creature', 'route'>;

export class Routes {
  /** Paths that were given to those who asked; the rest had changed their mind. */
  followed = 0;
  readonly #graph: Uint16Array;
  readonly #walk = new Float64Array(walkNumbers);

  constructor(
    { content, maps }: Pick<WholeWorld, 'content' | 'maps'>,
    navigation: Navigation,
    readonly queue: PathQueue,
    readonly deliberation: Ponderer,
  ) {
    const { creatures } = content;
    this.#graph = new Uint16Array(maps.length * creatures.length);
    maps.forEach((_, map) =>
      creatures.forEach((creature, template) => {
        if (creature === undefined) return;
        this.#graph[map * creatures.length + template] = graphIndex(navigation, map, creature.radiusM);
      }),
    );
  }

  /**
   * Looks from a creature to its goal (in `creature.goalX`, `goalY`) and asks if need be. `target`: who stands there and
   * need not be walked through, 0 for nobody.
   */
  consider(world: Walkers, row: number, target: number): void {
    const { columns } = world.components.route;
    if (this.#isStraight(world, row, target)) {
      this.leave(world, row);
      return;
    }
    columns.isWalled[row] = 1;
    if (columns.askedTick[row] !== 0 || this.#serves(world, row)) return;
    this.#ask(world, row);
  }

  /** Forgets the path, and the one that was asked for. */
  leave(world: WorldOf<never, 'route'>, row: number): void {
    const { columns } = world.components.route;
    columns.isWalled[row] = 0;
    columns.askedTick[row] = 0;
    columns.count[row] = 0;
    columns.next[row] = 0;
    columns.outcome[row] = 0;
  }

  /** Gives out the answers that are due in this tick. */
  takeAnswers(world: Walkers): void {
    const { queue, deliberation: worker } = this;
    const { route } = world.components;
    for (;;) {
      const slot = queue.nextAnswer(world.tick, worker);
      if (slot < 0) return;
      const row = world.rowOf(queue.entity[slot]!);
      if (row === 0 || !route.has(row)) continue;
      if (route.columns.askedTick[row] === queue.askedTick[slot]) this.#take(world, row, slot);
    }
  }

  #isStraight(world: Walkers, row: number, target: number): boolean {
    const { transform, creature, motion } = world.components;
    const { radius } = motion.columns;
    // Two bodies do not overlap, so a wall behind the target is in nobody's way.
    const shortM = target === 0 ? 0 : radius[row]! + radius[target]!;
    const walk = this.#walk;
    const x = transform.columns.x[row]!;
    const y = transform.columns.y[row]!;
    const dx = creature.columns.goalX[row]! - x;
    const dy = creature.columns.goalY[row]! - y;
    const away = Math.sqrt(dx * dx + dy * dy);
    if (away <= shortM) return true;
    const share = (away - shortM) / away;
    walk[walkToX] = x + dx * share;
    walk[walkToY] = y + dy * share;
    return this.#isOpenFrom(world, row);
  }

  /** Whether the path it has, or the answer that there is none, still holds. */
  #serves(world: Walkers, row: number): boolean {
    const { outcome, whole, next, count, answeredTick } = world.components.route.columns;
    if (outcome[row] === 0 || this.#hasGoalMoved(world, row)) return false;
    if (next[row]! < count[row]!) return this.#seesWaypoint(world, row, next[row]!);
    if (outcome[row] === PathOutcome.found || (outcome[row] === PathOutcome.nearest && whole[row] === 0))
      return false;
    return world.tick < answeredTick[row]! + retryTicks;
  }

  #hasGoalMoved(world: Walkers, row: number): boolean {
    const { creature, transform, route } = world.components;
    const goalX = creature.columns.goalX[row]!;
    const goalY = creature.columns.goalY[row]!;
    const awayX = goalX - transform.columns.x[row]!;
    const awayY = goalY - transform.columns.y[row]!;
    const driftX = goalX - route.columns.askedX[row]!;
    const driftY = goalY - route.columns.askedY[row]!;
    const drift = driftX * driftX + driftY * driftY;
    const enough = goalDriftShare * goalDriftShare * (awayX * awayX + awayY * awayY);
    return drift > goalDriftM * goalDriftM && drift > enough;
  }

  #seesWaypoint(world: Walkers, row: number, index: number): boolean {
    const { waypoints } = world.components.route.columns;
    const at = (row * waypointsMax + index) * 2;
    this.#walk[walkToX] = waypoints[at]! / 2;
    this.#walk[walkToY] = waypoints[at + 1]! / 2;
    return this.#isOpenFrom(world, row);
  }

  /** Whether the creature can walk straight to where `#walk` leads. */
  #isOpenFrom(world: Walkers, row: number): boolean {
    const { transform, motion } = world.components;
    const walk = this.#walk;
    walk[walkFromX] = transform.columns.x[row]!;
    walk[walkFromY] = transform.columns.y[row]!;
    walk[walkRadius] = motion.columns.radius[row]!;
    const map = world.maps[transform.columns.map[row]!]!;
    return hasOpenWalkOn(map, walk);
  }

  #ask(world: Walkers, row: number): void {
    const { queue } = this;
    const { transform, motion, identity, creature, route } = world.components;
    const { goalX, goalY } = creature.columns;
    const slot = queue.ask(world.idAt(row), world.tick);
    if (slot < 0) return;
    const map = transform.columns.map[row]!;
    const { columns } = queue;
    columns.graph[slot] =
      this.#graph[map * world.content.creatures.length + identity.columns.template[row]!]!;
    columns.fromX[slot] = transform.columns.x[row]!;
    columns.fromY[slot] = transform.columns.y[row]!;
    columns.toX[slot] = goalX[row]!;
    columns.toY[slot] = goalY[row]!;
    columns.radius[slot] = motion.columns.radius[row]!;
    route.columns.askedTick[row] = world.tick;
    route.columns.askedX[row] = goalX[row]!;
    route.columns.askedY[row] = goalY[row]!;
  }

  #take(world: Walkers, row: number, slot: number): void {
    const { columns } = world.components.route;
    const answer = this.queue.columns;
    const count = answer.count[slot]!;
    columns.askedTick[row] = 0;
    columns.answeredTick[row] = world.tick;
    columns.outcome[row] = answer.outcome[slot]!;
    columns.whole[row] = answer.whole[slot]!;
    columns.count[row] = count;
    columns.next[row] = 0;
    const from = slot * waypointsMax * 2;
    const to = row * waypointsMax * 2;
    for (let i = 0; i < count * 2; i++) columns.waypoints[to + i] = answer.waypoints[from + i]!;
    for (let i = 1; i <= skippedMax && i < count && this.#seesWaypoint(world, row, i); i++)
      columns.next[row] = i;
    this.followed++;
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    /** Questions with their answers, while threads work on them beside the ticks; part of `routes`. */
    'pondered paths': PathQueue;
    routes: Routes;
  }
}

const routes = defineTable({
  name: 'routes',
  create(world) {
    const { navigation, queue, deliberation } = world.paths ?? ownPaths(world.content, world.memory);
    return new Routes(world, navigation, queue, deliberation);
  },
  eachWord: ({ queue }, visit) => queue.eachWord(visit),
});

/** Answers to what was asked some ticks ago, and work on what was asked until now; see ports/threads/deliberation. */
export const findPaths = defineSystem({
  name: 'find-paths',
  budgetUs: 1_500,
  reads: ['transform', 'motion', 'identity', 'creature'],
  writes: ['route', 'routes', 'pondered paths'],
  owns: [routes],
  run(world) {
    const { routes: table } = world.tables;
    table.takeAnswers(world);
    table.deliberation.ponder(table.queue.asked, table.queue.stepsOfTick);
  },
});
