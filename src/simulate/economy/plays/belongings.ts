// Where a player has what its verbs are done with, and who stands near.

import { pointAtInventory } from '#domain/inventory/bags.js';
import { inventorySlots } from '#domain/inventory/columns.js';
import { Bag } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { createUnits } from '#domain/ledger/stacks.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { belongings } from '../server/stage-content.js';
import type { Cast } from './play.js';

export function slotsOf({ set }: Pick<Cast, 'set'>) {
  const first = 4 * set;
  return { weapon: first, food: first + 1, material: first + 2, armour: first + 3 };
}

export function itemsOf({ stage, set }: Pick<Cast, 'stage' | 'set'>) {
  const { food, material, armour, weapon } = belongings[set];
  const idOf = (key: string): number => stage.content.lists.items.find((item) => item.key === key)!.id;
  return { food: idOf(food), material: idOf(material), armour: idOf(armour), weapon: idOf(weapon) };
}

/** One of 8 that nothing of the beginner's lies in. */
export function freeSlot({ set }: Pick<Cast, 'set'>, number: number): number {
  return 10 + 10 * set + number;
}

/** Something that lies with nothing else, in every slot of the bag that is free. */
export function fillBag(cast: Cast): void {
  const { stage, me } = cast;
  const { world } = stage;
  const row = stage.rowOf(me);
  if (row === 0 || !world.facts.reserve(inventorySlots)) return;
  const bag = pointAtInventory(world, row, new Bag());
  const deed = new Deed().is(LedgerVerb.grant, me.characterId);
  let written = 0;
  for (let slot = 0; slot < bag.slots; slot++)
    if (!bag.has(slot)) {
      createUnits(world, deed, bag, slot, itemsOf(cast).weapon, 1);
      written++;
    }
  world.facts.release(inventorySlots - written);
}

export function smith(cast: Pick<Cast, 'stage'>): number {
  return npc(cast, 'smith');
}

export function banker(cast: Pick<Cast, 'stage'>): number {
  return npc(cast, 'banker');
}

export function shepherd(cast: Pick<Cast, 'stage'>): number {
  return npc(cast, 'shepherd');
}

/** Entity id, which is another one on each server. */
function npc({ stage: { world, content } }: Pick<Cast, 'stage'>, key: string): number {
  const { template } = world.components.identity.columns;
  const row = world.tables.npcs.rows.find((each) => content.npcs[template[each]!]?.key === key);
  return row === undefined ? 0 : world.idAt(row);
}
