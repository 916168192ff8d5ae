// Brings creatures into the world when their timers say so, somewhere in the circle of their group, and removes the
// bodies of the dead after a while.

import { createCreature } from '../ai/create-creature.js';
import type { SpawnGroup } from '../content/generated/map-objects.js';
import type { Query } from '../engine/ecs/query.js';
import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { randomFreeGround, spotNumbers, spotRadius, spotSpread, spotX, spotY } from '../space/free-ground.js';
import { spawns } from './spawns.js';

/** Timers and bodies are looked at four times a second; nobody notices a finer grain. */
const intervalTicks = 15;

const ground = new Float64Array(spotNumbers);
/** Reused: filled and handed over at once. */
const newcomer = { map: 0, x: 0, y: 0, facing: 0, template: 0, level: 0, spawnGroup: 0 };

type Spawning = WorldOf<
  never,
  | 'entities'
  | 'transform'
  | 'identity'
  | 'motion'
  | 'creature'
  | 'route'
  | 'vitals'
  | 'combat'
  | 'spawns'
  | 'random'
>;

export const spawnCreatures = defineSystem({
  name: 'spawn-creatures',
  budgetUs: 250,
  reads: ['dead'],
  writes: [
    'entities',
    'transform',
    'identity',
    'motion',
    'creature',
    'route',
    'vitals',
    'combat',
    'threats',
    'spawns',
    'random',
  ],
  owns: [spawns],
  queries: { bodies: { with: ['creature', 'dead'] } },
  run(world, { bodies }) {
    // The first tick fills the world.
    if (world.tick % intervalTicks !== 1) return;
    removeBodies(world, bodies);
    for (let map = 0; map < world.maps.length; map++) {
      const groups = world.maps[map]!.definition.spawnGroups;
      for (let index = 0; index < groups.length; index++) fill(world, map, index, groups[index]!);
    }
  },
});

function fill(world: Spawning, map: number, index: number, group: SpawnGroup): void {
  const table = world.tables.spawns;
  for (;;) {
    const member = table.timers.dueMember(map, index, world.tick);
    if (member < 0) return;
    if (!spawn(world, map, index, group)) {
      table.notePutOff();
      return;
    }
    table.timers.spawned(member);
  }
}

function removeBodies(world: WorldOf<'dead', 'threats' | 'entities'>, bodies: Query): void {
  const { sinceTick } = world.components.dead.columns;
  const lastTick = world.tick - world.content.rules.corpseTicks;
  const { runs, runsEnd } = bodies.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++) {
      if (sinceTick[e]! > lastTick) continue;
      world.tables.threats.clear(e);
      world.tables.entities.destroy(e);
    }
}

function spawn(world: Spawning, map: number, spawnGroup: number, group: SpawnGroup): boolean {
  const definition = world.content.creatures[group.creature]!;
  const random = world.tables.random.spawn;
  ground[spotX] = group.x;
  ground[spotY] = group.y;
  ground[spotSpread] = group.radiusM;
  ground[spotRadius] = definition.radiusM;
  randomFreeGround(world.maps[map]!, ground, random);
  newcomer.map = map;
  newcomer.x = ground[spotX];
  newcomer.y = ground[spotY];
  newcomer.facing = random.wholeBetween(0, 255);
  newcomer.template = group.creature;
  newcomer.level = random.wholeBetween(definition.levelMin, definition.levelMax);
  newcomer.spawnGroup = spawnGroup;
  const id = createCreature(world, newcomer);
  if (id === 0) return false;
  // Spread over the interval from the first thought on, and over the first rest.
  const row = world.rowOf(id);
  const { nextThinkTick, stateTick } = world.components.creature.columns;
  nextThinkTick[row] = world.tick + random.wholeBetween(1, Math.max(1, definition.thinkIntervalTicks));
  stateTick[row] = world.tick + random.wholeBetween(0, definition.idleTicks);
  return true;
}
