// Creatures decide. Each thinks once in its own interval, staggered, and sleeps while it rests where no player is near.
// A thought looks for a target, asks the state table (creature-state) what to be about, and begins it. What follows from
// the decision every tick is in steer (walking) and fight.

import { isInCombat, rouse } from '../combat/harm.js';
import type { CreatureDefinition } from '../content/generated/definitions.js';
import { countPlayers, playersOnMap } from '../body/players-on-map.js';
import { defineSystem, defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { randomFreeGround, spotNumbers, spotRadius, spotSpread, spotX, spotY } from '../space/free-ground.js';
import { CreatureState, Perception, nextState } from './creature-state.js';
import { hatedTarget, noticeTarget } from './targets.js';
import { thinkPauseTicks } from './think-pause.js';
import type { Onlookers } from './targets.js';
import type { Walkers } from './routes.js';

/** How often a sleeping creature looks whether somebody came near. */
const sleepTicks = 30;
/** A wander that takes longer is blocked by something: 10 s. */
const wanderTicksMax = 600;
/** A way home that takes longer is blocked; then it is put there, as all games do that have no other way: 20 s. */
const returnTicksMax = 1200;
/** Whoever is hurt for so long without reaching anybody gives up: 10 s. Else those across a river are shot at leisure. */
const frustratedTicks = 600;
/** Metres within which it counts as there. */
const arrivalM = 0.3;

const goal = new Float64Array(spotNumbers);

const perception = new Perception();

class Minds {
  /** Since the start. */
  thoughts = 0;
}

declare module '../engine/registry.js' {
  interface Tables {
    minds: Minds;
  }
}

const minds = defineTable({ name: 'minds', create: () => new Minds() });

type Thinkers = Onlookers &
  Walkers &
  WorldOf<
    'grid' | 'wakefulness' | 'routes' | 'minds',
    'creature' | 'combat' | 'transform' | 'motion' | 'vitals' | 'evading' | 'random'
  >;

/** Every creature whose time to think has come. */
export const think = defineSystem({
  name: 'creatures-think',
  budgetUs: 1_500,
  reads: ['identity', 'safe', 'player', 'dead', 'grid', 'parties'],
  writes: [
    'creature',
    'combat',
    'route',
    'transform',
    'motion',
    'vitals',
    'evading',
    'threats',
    'wakefulness',
    'random',
    'routes',
    'playersOnMap',
    'minds',
  ],
  owns: [playersOnMap, minds],
  queries: {
    players: { with: ['player', 'transform'] },
    creatures: { with: ['creature', 'transform'], without: ['dead'] },
  },
  run(world, { players, creatures }) {
    countPlayers(world, players);
    world.tables.wakefulness.mark(world, players);
    world.tables.routes.queue.beginTick(world.pressure);
    const { nextThinkTick } = world.components.creature.columns;
    const { runs, runsEnd } = creatures.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) if (nextThinkTick[e]! <= world.tick) thinkAs(world, e);
  },
});

function thinkAs(world: Thinkers, row: number): void {
  const { creature, identity, transform } = world.components;
  const { state, nextThinkTick } = creature.columns;
  const definition = world.content.creatures[identity.columns.template[row]!]!;
  if (state[row] === CreatureState.idle) {
    if (!world.tables.wakefulness.isAwake(world.tables.grid.cellOf(transform, row), world.tick)) {
      nextThinkTick[row] = world.tick + sleepTicks;
      return;
    }
  }
  world.tables.minds.thoughts++;
  const before = state[row]! as CreatureState;
  nextThinkTick[row] = world.tick + thinkPauseTicks(world.pressure, before, definition.thinkIntervalTicks);
  const after = nextState(before, perceive(world, row, before, definition));
  if (after !== before) begin(world, row, after, definition);
  findWay(world, row, after);
}

/** Chasing and returning lead anywhere; a wander's goal was chosen in the open. */
function findWay(world: Thinkers, row: number, state: CreatureState): void {
  const { creature, combat, transform } = world.components;
  if (state === CreatureState.returning) world.tables.routes.consider(world, row, 0);
  if (state !== CreatureState.chasing) return;
  const target = world.rowOf(combat.columns.target[row]!);
  if (target === 0) return;
  creature.columns.goalX[row] = transform.columns.x[target]!;
  creature.columns.goalY[row] = transform.columns.y[target]!;
  world.tables.routes.consider(world, row, target);
}

function perceive(
  world: Thinkers,
  row: number,
  state: CreatureState,
  definition: CreatureDefinition,
): Perception {
  const { creature, transform, combat } = world.components;
  const { homeX, homeY, goalX, goalY } = creature.columns;
  const x = transform.columns.x[row]!;
  const y = transform.columns.y[row]!;
  const seen = perception;
  let target = 0;
  if (state !== CreatureState.returning) {
    target = hatedTarget(world, row);
    if (target === 0 && state !== CreatureState.chasing) target = noticeTarget(world, row, definition);
  }
  combat.columns.target[row] = target;
  seen.hasTarget = target !== 0;
  seen.leashM = definition.leashRangeM;
  seen.fromHomeM = distance(homeX[row]! - x, homeY[row]! - y);
  seen.arrived = distance(goalX[row]! - x, goalY[row]! - y) <= arrivalM;
  seen.timeIsUp = isTimeUp(world, row, state, definition);
  return seen;
}

function isTimeUp(
  world: Thinkers,
  row: number,
  state: CreatureState,
  definition: CreatureDefinition,
): boolean {
  const { tick, components } = world;
  const began = components.creature.columns.stateTick[row]!;
  switch (state) {
    case CreatureState.idle:
      return tick >= began + definition.idleTicks;
    case CreatureState.wandering:
      return tick >= began + wanderTicksMax;
    case CreatureState.chasing:
      return !isInCombat(world, row) || tick >= lastDeedTick(world, row) + frustratedTicks;
    case CreatureState.returning:
      return tick >= began + returnTicksMax;
  }
}

/** When it last used a skill, about, or began its chase. */
function lastDeedTick(world: Thinkers, row: number): number {
  const { creature, combat } = world.components;
  return Math.max(creature.columns.stateTick[row]!, combat.columns.globalReadyTick[row]!);
}

function begin(world: Thinkers, row: number, state: CreatureState, definition: CreatureDefinition): void {
  const { threats, random } = world.tables;
  const { creature, motion, evading } = world.components;
  const { homeX, homeY, goalX, goalY, stateTick } = creature.columns;
  const before = creature.columns.state[row]!;
  stateTick[row] = world.tick;
  creature.columns.state[row] = state;
  motion.columns.wishX[row] = 0;
  motion.columns.wishY[row] = 0;
  world.tables.routes.leave(world, row);
  if (state === CreatureState.returning) evading.add(row);
  else evading.remove(row);
  switch (state) {
    case CreatureState.idle:
      // Rests of different length keep a pack from moving as one.
      stateTick[row] = world.tick + random.creatures.wholeBetween(0, definition.idleTicks);
      if (before === CreatureState.returning) arriveHome(world, row);
      break;
    case CreatureState.wandering:
      motion.columns.speed[row] = definition.walkSpeedMps;
      chooseGoal(world, row, definition);
      break;
    case CreatureState.chasing:
      motion.columns.speed[row] = definition.chaseSpeedMps;
      rouse(world, row);
      break;
    case CreatureState.returning:
      motion.columns.speed[row] = definition.chaseSpeedMps;
      threats.clear(row);
      goalX[row] = homeX[row]!;
      goalY[row] = homeY[row]!;
      break;
  }
}

/** Whole again, and at home even when the way was blocked. */
function arriveHome(world: Thinkers, row: number): void {
  const { creature, transform, vitals, combat } = world.components;
  const { homeX, homeY } = creature.columns;
  const { x, y } = transform.columns;
  if (distance(homeX[row]! - x[row]!, homeY[row]! - y[row]!) > arrivalM) {
    x[row] = homeX[row]!;
    y[row] = homeY[row]!;
  }
  vitals.columns.health[row] = vitals.columns.healthMax[row]!;
  combat.columns.inCombatUntilTick[row] = world.tick;
}

/** Somewhere in the circle round home that can be walked to straight from there; home itself when there is no such place. */
function chooseGoal(world: Thinkers, row: number, definition: CreatureDefinition): void {
  const { creature, transform, motion } = world.components;
  const { homeX, homeY, goalX, goalY } = creature.columns;
  const map = world.maps[transform.columns.map[row]!]!;
  goal[spotX] = homeX[row]!;
  goal[spotY] = homeY[row]!;
  goal[spotSpread] = definition.wanderRadiusM;
  goal[spotRadius] = motion.columns.radius[row]!;
  randomFreeGround(map, goal, world.tables.random.creatures);
  goalX[row] = goal[spotX];
  goalY[row] = goal[spotY];
}

function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}
