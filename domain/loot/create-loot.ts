// How an item comes to lie on the ground.

import { createEntity } from '../body/create-entity.js';
import type { Standpoint } from '../body/create-entity.js';
import type { WorldOf } from '../engine/system.js';
import { EntityKind } from '../vocabulary/generated/words.js';

export interface NewLoot extends Standpoint {
  readonly item: number;
  readonly count: number;
  /** Character number, 0 for anyone. */
  readonly owner: number;
}

/** Its id, 0 when the world is full. */
export function createLoot(
  world: WorldOf<never, 'entities' | 'transform' | 'identity' | 'loot'>,
  loot: NewLoot,
): number {
  const id = createEntity(world, EntityKind.loot, loot);
  if (id === 0) return 0;
  const place = world.placeOf(id);
  const { identity, loot: loots } = world.components;
  identity.columns.template[place] = loot.item;
  loots.add(place);
  loots.columns.item[place] = loot.item;
  loots.columns.count[place] = loot.count;
  loots.columns.owner[place] = loot.owner;
  loots.columns.ownedUntilTick[place] = world.tick + world.content.rules.lootOwnedTicks;
  loots.columns.expiresTick[place] = world.tick + world.content.rules.lootLifeTicks;
  return id;
}
