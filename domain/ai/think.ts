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
  reads: ['identity', 'safe', 'player', 'dead', 'grid'],
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

function thinkAs(world: Thinkers, place: number): void {
  const { creature, identity, transform } = world.components;
  const { state, nextThinkTick } = creature.columns;
  const definition = world.content.creatures[identity.columns.template[place]!]!;
  if (state[place] === CreatureState.idle) {
    if (!world.tables.wakefulness.isAwake(world.tables.grid.cellOf(transform, place), world.tick)) {
      nextThinkTick[place] = world.tick + sleepTicks;
      return;
    }
  }
  world.tables.minds.thoughts++;
  const before = state[place]! as CreatureState;
  nextThinkTick[place] = world.tick + thinkPauseTicks(world.pressure, before, definition.thinkIntervalTicks);
  const after = nextState(before, perceive(world, place, before, definition));
  if (after !== before) begin(world, place, after, definition);
  findWay(world, place, after);
}

/** Chasing and returning lead anywhere; a wander's goal was chosen in the open. */
function findWay(world: Thinkers, place: number, state: CreatureState): void {
  const { creature, combat, transform } = world.components;
  if (state === CreatureState.returning) world.tables.routes.consider(world, place, 0);
  if (state !== CreatureState.chasing) return;
  const target = world.placeOf(combat.columns.target[place]!);
  if (target === 0) return;
  creature.columns.goalX[place] = transform.columns.x[target]!;
  creature.columns.goalY[place] = transform.columns.y[target]!;
  world.tables.routes.consider(world, place, target);
}

function perceive(
  world: Thinkers,
  place: number,
  state: CreatureState,
  definition: CreatureDefinition,
): Perception {
  const { creature, transform, combat } = world.components;
  const { homeX, homeY, goalX, goalY } = creature.columns;
  const x = transform.columns.x[place]!;
  const y = transform.columns.y[place]!;
  const seen = perception;
  let target = 0;
  if (state !== CreatureState.returning) {
    target = hatedTarget(world, place);
    if (target === 0 && state !== CreatureState.chasing) target = noticeTarget(world, place, definition);
  }
  combat.columns.target[place] = target;
  seen.hasTarget = target !== 0;
  seen.leashM = definition.leashRangeM;
  seen.fromHomeM = distance(homeX[place]! - x, homeY[place]! - y);
  seen.arrived = distance(goalX[place]! - x, goalY[place]! - y) <= arrivalM;
  seen.timeIsUp = isTimeUp(world, place, state, definition);
  return seen;
}

function isTimeUp(
  world: Thinkers,
  place: number,
  state: CreatureState,
  definition: CreatureDefinition,
): boolean {
  const { tick, components } = world;
  const began = components.creature.columns.stateTick[place]!;
  switch (state) {
    case CreatureState.idle:
      return tick >= began + definition.idleTicks;
    case CreatureState.wandering:
      return tick >= began + wanderTicksMax;
    case CreatureState.chasing:
      return !isInCombat(world, place) || tick >= lastDeedTick(world, place) + frustratedTicks;
    case CreatureState.returning:
      return tick >= began + returnTicksMax;
  }
}

/** When it last used a skill, about, or began its chase. */
function lastDeedTick(world: Thinkers, place: number): number {
  const { creature, combat } = world.components;
  return Math.max(creature.columns.stateTick[place]!, combat.columns.globalReadyTick[place]!);
}

function begin(world: Thinkers, place: number, state: CreatureState, definition: CreatureDefinition): void {
  const { threats, random } = world.tables;
  const { creature, motion, evading } = world.components;
  const { homeX, homeY, goalX, goalY, stateTick } = creature.columns;
  const before = creature.columns.state[place]!;
  stateTick[place] = world.tick;
  creature.columns.state[place] = state;
  motion.columns.wishX[place] = 0;
  motion.columns.wishY[place] = 0;
  world.tables.routes.leave(world, place);
  if (state === CreatureState.returning) evading.add(place);
  else evading.remove(place);
  switch (state) {
    case CreatureState.idle:
      // Rests of different length keep a pack from moving as one.
      stateTick[place] = world.tick + random.creatures.wholeBetween(0, definition.idleTicks);
      if (before === CreatureState.returning) arriveHome(world, place);
      break;
    case CreatureState.wandering:
      motion.columns.speed[place] = definition.walkSpeedMps;
      chooseGoal(world, place, definition);
      break;
    case CreatureState.chasing:
      motion.columns.speed[place] = definition.chaseSpeedMps;
      rouse(world, place);
      break;
    case CreatureState.returning:
      motion.columns.speed[place] = definition.chaseSpeedMps;
      threats.clear(place);
      goalX[place] = homeX[place]!;
      goalY[place] = homeY[place]!;
      break;
  }
}

/** Whole again, and at home even when the way was blocked. */
function arriveHome(world: Thinkers, place: number): void {
  const { creature, transform, vitals, combat } = world.components;
  const { homeX, homeY } = creature.columns;
  const { x, y } = transform.columns;
  if (distance(homeX[place]! - x[place]!, homeY[place]! - y[place]!) > arrivalM) {
    x[place] = homeX[place]!;
    y[place] = homeY[place]!;
  }
  vitals.columns.health[place] = vitals.columns.healthMax[place]!;
  combat.columns.inCombatUntilTick[place] = world.tick;
}

/** Somewhere in the circle round home that can be walked to straight from there; home itself when there is no such place. */
function chooseGoal(world: Thinkers, place: number, definition: CreatureDefinition): void {
  const { creature, transform, motion } = world.components;
  const { homeX, homeY, goalX, goalY } = creature.columns;
  const map = world.maps[transform.columns.map[place]!]!;
  goal[spotX] = homeX[place]!;
  goal[spotY] = homeY[place]!;
  goal[spotSpread] = definition.wanderRadiusM;
  goal[spotRadius] = motion.columns.radius[place]!;
  randomFreeGround(map, goal, world.tables.random.creatures);
  goalX[place] = goal[spotX];
  goalY[place] = goal[spotY];
}

function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}
