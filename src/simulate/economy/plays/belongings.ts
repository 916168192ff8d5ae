// Where a player has what its verbs are done with, and who stands near.

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

export function smith(cast: Pick<Cast, 'stage'>): number {
  return npc(cast, 'smith');
}

export function banker(cast: Pick<Cast, 'stage'>): number {
  return npc(cast, 'banker');
}

/** Entity id, which is another one on each server. */
function npc({ stage: { world, content } }: Pick<Cast, 'stage'>, key: string): number {
  const { template } = world.components.identity.columns;
  const row = world.tables.npcs.rows.find((each) => content.npcs[template[each]!]?.key === key);
  return row === undefined ? 0 : world.idAt(row);
}
