// A player lays items on the ground, where anybody may take them.

import type { WorldOf } from '../engine/system.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import type { Ledgered } from '../ledger/stacks.js';
import { layFacts, layUnits } from './lay-units.js';
import type { Laying } from './lay-units.js';
import type { OrderRule } from '../orders/order-rule.js';
import { HolderKind, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { pointAtInventory } from '../inventory/bags.js';

const bag = new Bag();
const deed = new Deed();

export const dropItem: OrderRule<Ledgered & Laying & WorldOf<'player', 'inventory'>> = {
  verb: LedgerVerb.drop,
  givesAway: () => true,
  factsMax: layFacts,
  /** Numbers: holder and slot that it leaves, units. */
  decide(world, row, { numbers, command }) {
    if (numbers[0] !== HolderKind.inventory) return RefusalReason.unknownSlot;
    pointAtInventory(world, row, bag);
    const slot = numbers[1]!;
    const units = numbers[2]!;
    if (slot >= bag.slots || !bag.has(slot)) return RefusalReason.unknownSlot;
    if (units < 1 || units > bag.unitsAt(slot)) return RefusalReason.notEnoughItems;
    if (bag.columns.bound[bag.first + slot] !== 0) return RefusalReason.bound;
    deed.is(LedgerVerb.drop, bag.owner, 0, command);
    return layUnits(world, deed, bag, slot, units, row, 0);
  },
};
