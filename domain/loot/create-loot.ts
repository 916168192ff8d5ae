// What lies on the ground before a stack is put into it.

import { createEntity } from '../body/create-entity.js';
import type { Standpoint } from '../body/create-entity.js';
import type { WorldOf } from '../engine/system.js';
import { EntityKind } from '../vocabulary/generated/words.js';

export interface NewLoot extends Standpoint {
  /** What others see lie there. */
  readonly item: number;
  /** Id of the character who alone may take it for now, 0 for anyone. */
  readonly owner: number;
}

/** Its id, 0 when the world is full. */
export function createLoot(
  world: WorldOf<never, 'entities' | 'transform' | 'identity' | 'loot'>,
  loot: NewLoot,
): number {
  const id = createEntity(world, EntityKind.loot, loot);
  if (id === 0) return 0;
  const row = world.rowOf(id);
  const { identity, loot: loots } = world.components;
  identity.columns.template[row] = loot.item;
  loots.add(row);
  loots.columns.owner[row] = loot.owner;
  loots.columns.ownedUntilTick[row] = world.tick + world.content.rules.lootOwnedTicks;
  loots.columns.expiresTick[row] = world.tick + world.content.rules.lootLifeTicks;
  return id;
}
