// Moves everyone by one tick: players by their steps, creatures by their wishes. The dead and the stunned stay where
// they are; their players' steps are used up all the same, so that they are not made up for afterwards.

import type { Query } from '../engine/ecs/query.js';
import { defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { secondsPerTick } from '../engine/time.js';
import { bodyNumbers, bodyRadius, bodyX, bodyY, moveBody, stepX, stepY } from '../space/move-circle.js';
import {
  clearSteps,
  queueSteps as queue,
  queuedSteps,
  readWish,
  spendTick,
  takeTicks,
} from './player-steps.js';
import type { StepCounters, StepInput } from './player-steps.js';

declare module '../engine/registry.js' {
  interface Tables {
    stepCounters: StepCounters;
  }
}

export const stepCounters = defineTable({
  name: 'stepCounters',
  create() {
    const counters: StepCounters = { queued: 0, repeated: 0, dropped: 0 };
    return counters;
  },
});

type Mover = WorldOf<never, 'transform' | 'motion'>;
type PlayerMover = WorldOf<'dead' | 'stunned', 'transform' | 'motion' | 'player'>;

const body = new Float64Array(bodyNumbers);

/** Between ticks or before players move: takes over what a player sent. */
export function queueSteps(
  world: WorldOf<never, 'player' | 'stepCounters'>,
  row: number,
  input: StepInput,
): void {
  queue(world.components.player.columns, row, input, world.tables.stepCounters);
}

/** Of the players at the rows from `start` to before `end`. */
export function movePlayers(world: PlayerMover, start: number, end: number): void {
  const { player, transform, motion, dead, stunned } = world.components;
  const { columns } = player;
  const { facing } = transform.columns;
  for (let e = start; e < end; e++) {
    const free = !dead.has(e) && !stunned.has(e);
    for (let ticks = takeTicks(columns, e); ticks > 0; ticks--) {
      if (free) {
        facing[e] = readWish(columns, e, motion.columns);
        advance(world, e);
      }
      if (spendTick(columns, e)) settle(world, e);
    }
    if (queuedSteps(columns, e) === 0) settle(world, e);
  }
}

/** Creatures of maps without players are asleep and not moved. */
export function moveCreatures(
  world: WorldOf<'playersOnMap', 'transform' | 'motion'>,
  creatures: Query,
): void {
  const { playersOnMap } = world.tables;
  const { map } = world.components.transform.columns;
  const { wishX, wishY } = world.components.motion.columns;
  const { runs, runsEnd } = creatures.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++) {
      if (wishX[e] === 0 && wishY[e] === 0) continue;
      if (playersOnMap[map[e]!] === 0) continue;
      advance(world, e);
    }
}

/** By one tick of this entity's wish. */
function advance(world: Mover, row: number): void {
  const { transform, motion } = world.components;
  const { map, x, y } = transform.columns;
  const { speed, radius, wishX, wishY } = motion.columns;
  if (wishX[row] === 0 && wishY[row] === 0) return;
  const metres = speed[row]! * secondsPerTick;
  body[bodyX] = x[row]!;
  body[bodyY] = y[row]!;
  body[stepX] = wishX[row]! * metres;
  body[stepY] = wishY[row]! * metres;
  body[bodyRadius] = radius[row]!;
  moveBody(world.maps[map[row]!]!, body);
  x[row] = body[bodyX];
  y[row] = body[bodyY];
}

function settle(world: WorldOf<'transform', 'player'>, row: number): void {
  const { transform, player } = world.components;
  player.columns.settledX[row] = transform.columns.x[row]!;
  player.columns.settledY[row] = transform.columns.y[row]!;
}

/** Puts an entity elsewhere at once. A player's waiting steps are forgotten. */
export function teleport(
  world: WorldOf<never, 'transform' | 'player'>,
  row: number,
  map: number,
  x: number,
  y: number,
  facing: number,
): void {
  const { transform, player } = world.components;
  transform.columns.map[row] = map;
  transform.columns.x[row] = x;
  transform.columns.y[row] = y;
  transform.columns.facing[row] = facing;
  if (!player.has(row)) return;
  clearSteps(player.columns, row);
  settle(world, row);
}
