// Brings creatures into the world when their timers say so, somewhere in the circle of their group, and removes the
// bodies of the dead after a while.

import type { Battle } from '../combat/battle.js';
import type { SpawnGroup } from '../content/generated/map-objects.js';
import type { Query } from '../engine/ecs/query.js';
import { createCreature } from '../world/create-entities.js';
import { randomFreeGround, spotNumbers, spotRadius, spotSpread, spotX, spotY } from '../space/free-ground.js';
import type { World } from '../world/world.js';
import { SpawnTimers } from './spawn-timers.js';

/** Timers and bodies are looked at four times a second; nobody notices a finer grain. */
const intervalTicks = 15;

const ground = new Float64Array(spotNumbers);
/** Reused: filled and handed over at once. */
const newcomer = { map: 0, x: 0, y: 0, facing: 0, template: 0, level: 0, spawnGroup: 0 };

export class CreatureSpawns {
  readonly timers: SpawnTimers;
  /** Spawns put off because the world was full. */
  putOff = 0;
  readonly #battle: Battle;
  readonly #bodies: Query;

  constructor(battle: Battle) {
    const { store, components, content } = battle.world;
    this.#battle = battle;
    this.timers = new SpawnTimers(content.maps);
    this.#bodies = store.query({ with: [components.creature, components.dead] });
  }

  /** Starts the timer of a creature that died now. */
  died(place: number): void {
    const { world } = this.#battle;
    const { transform, creature } = world.components;
    const map = transform.columns.map[place]!;
    const index = creature.columns.spawnGroup[place]!;
    const group = world.maps[map]!.definition.spawnGroups[index]!;
    this.timers.died(map, index, world.tick, group.respawnTicks);
  }

  /** Once a tick. */
  run(): void {
    const { world } = this.#battle;
    // The first tick fills the world.
    if (world.tick % intervalTicks !== 1) return;
    this.#removeBodies();
    for (let map = 0; map < world.maps.length; map++) {
      const groups = world.maps[map]!.definition.spawnGroups;
      for (let index = 0; index < groups.length; index++) this.#fill(map, index, groups[index]!);
    }
  }

  #fill(map: number, index: number, group: SpawnGroup): void {
    const { world } = this.#battle;
    for (;;) {
      const member = this.timers.dueMember(map, index, world.tick);
      if (member < 0) return;
      if (!spawn(world, map, index, group)) {
        this.putOff++;
        return;
      }
      this.timers.spawned(member);
    }
  }

  #removeBodies(): void {
    const { world, threats } = this.#battle;
    const { sinceTick } = world.components.dead.columns;
    const lastTick = world.tick - world.content.rules.corpseTicks;
    const { runs, runsEnd } = this.#bodies.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (sinceTick[e]! > lastTick) continue;
        threats.clear(e);
        world.store.destroy(e);
      }
  }
}

function spawn(world: World, map: number, spawnGroup: number, group: SpawnGroup): boolean {
  const definition = world.content.creatures[group.creature]!;
  const random = world.random.spawn;
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
  const place = world.placeOf(id);
  const { nextThinkTick, stateTick } = world.components.creature.columns;
  nextThinkTick[place] = world.tick + random.wholeBetween(1, Math.max(1, definition.thinkIntervalTicks));
  stateTick[place] = world.tick + random.wholeBetween(0, definition.idleTicks);
  return true;
}
