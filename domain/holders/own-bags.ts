// Which bags of a player can be named in a request, and what moving between two of them is.

import type { WorldOf } from '../engine/system.js';
import { pointAtBank, pointAtEquipment, pointAtInventory } from '../inventory/bags.js';
import type { Bag } from '../ledger/bag.js';
import { HolderKind, LedgerVerb } from '../vocabulary/generated/words.js';

export type OwnBags = WorldOf<'player', 'inventory' | 'equipment' | 'bank'>;

const { inventory, equipment, bank } = HolderKind;

/** What moving from one to the other is; 0 where nothing can be moved. */
export function verbOfMove(from: number, to: number): LedgerVerb | 0 {
  if (from === inventory && to === inventory) return LedgerVerb.arrange;
  if (from === inventory && to === equipment) return LedgerVerb.equip;
  if (from === equipment && to === inventory) return LedgerVerb.unequip;
  if (from === inventory && to === bank) return LedgerVerb.deposit;
  if (from === bank && to === inventory) return LedgerVerb.withdraw;
  return from === bank && to === bank ? LedgerVerb.arrange : 0;
}

/** The holder is one that `verbOfMove` knows. */
export function pointAtOwn(world: OwnBags, row: number, holder: number, bag: Bag): Bag {
  if (holder === bank) return pointAtBank(world, row, bag);
  return holder === equipment ? pointAtEquipment(world, row, bag) : pointAtInventory(world, row, bag);
}
