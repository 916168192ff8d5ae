// The timers of all creatures that maps place, and what the death of one does to its own.

import type { MapDefinition } from '../content/map-definition.js';
import { defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { noteCreatureFell } from '../vocabulary/generated/facts.js';
import { SpawnTimers } from './spawn-timers.js';

class Spawns {
  readonly timers: SpawnTimers;
  /** Spawns put off because the world was full. */
  putOff = 0;

  constructor(maps: readonly MapDefinition[]) {
    this.timers = new SpawnTimers(maps);
  }

  notePutOff(): void {
    this.putOff++;
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    spawns: Spawns;
  }
}

export const spawns = defineTable({
  name: 'spawns',
  create: ({ content }) => new Spawns(content.maps),
  eachWord({ timers }, visit) {
    for (const due of timers.dueTick) visit(due);
  },
});

/** Starts the timer of a creature that died now, which takes one durable fact. `character`: who did most to it, or 0. */
export function noteCreatureDied(
  world: WorldOf<'transform' | 'creature', 'spawns'>,
  row: number,
  character: number,
): void {
  const { transform, creature } = world.components;
  const map = transform.columns.map[row]!;
  const index = creature.columns.spawnGroup[row]!;
  const { facts } = world;
  const { definition } = world.maps[map]!;
  const { key, respawnTicks } = definition.spawnGroups[index]!;
  const member = world.tables.spawns.timers.died(map, index, world.tick, respawnTicks);
  noteCreatureFell(facts, world.idAt(row), character, definition.id, member, respawnTicks);
  facts.text[facts.count - 1] = key;
}
