// People stand where the maps say, from the first tick on and for ever. While the world is too full for one of them, it is
// tried again.

import { createEntity } from '../body/create-entity.js';
import type { NpcPlace } from '../content/generated/map-objects.js';
import { defineSystem, defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { EntityKind } from '../vocabulary/generated/words.js';

/** How often those who found no room are tried: once a second. */
const intervalTicks = 60;

export class Npcs {
  /** Rows of those who stand in the world. */
  readonly rows: number[] = [];
  /** Places on all maps that are filled, in the order of the maps. */
  placed = 0;
}

declare module '../engine/registry.js' {
  interface Tables {
    npcs: Npcs;
  }
}

/** It follows from who stands in the world, so only how far it got is hashed. */
const npcs = defineTable({
  name: 'npcs',
  create: () => new Npcs(),
  eachWord({ placed }, visit) {
    visit(placed);
  },
});

type Placing = WorldOf<never, 'entities' | 'transform' | 'identity' | 'npc' | 'npcs'>;

export const placeNpcs = defineSystem({
  name: 'place-npcs',
  budgetUs: 10,
  reads: [],
  writes: ['entities', 'transform', 'identity', 'npc', 'npcs'],
  owns: [npcs],
  run(world) {
    if (world.tick % intervalTicks !== 1) return;
    let index = 0;
    for (let map = 0; map < world.maps.length; map++)
      for (const at of world.maps[map]!.definition.npcPlaces) {
        if (index++ < world.tables.npcs.placed) continue;
        if (createNpc(world, map, at) === 0) return;
        world.tables.npcs.placed = index;
      }
  },
});

/** The row of somebody new, 0 when the world is full. */
export function createNpc(world: Placing, map: number, { npc, x, y, facing }: NpcPlace): number {
  const row = world.rowOf(createEntity(world, EntityKind.npc, { map, x, y, facing }));
  if (row === 0) return 0;
  world.components.identity.columns.template[row] = npc;
  world.components.npc.add(row);
  world.tables.npcs.rows.push(row);
  return row;
}
