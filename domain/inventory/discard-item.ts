// A player throws items away for ever.

import type { WorldOf } from '../engine/system.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import type { OrderRule } from '../orders/order-rule.js';
import { HolderKind, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { pointAtInventory } from './bags.js';

const bag = new Bag();
const deed = new Deed();

export const discardItem: OrderRule<Ledgered & WorldOf<'player', 'inventory'>> = {
  verb: LedgerVerb.discard,
  factsMax: 1,
  /** Numbers: holder and slot where they lie, units. */
  decide(world, row, { numbers, command }) {
    if (numbers[0] !== HolderKind.inventory) return RefusalReason.unknownSlot;
    pointAtInventory(world, row, bag);
    const slot = numbers[1]!;
    const units = numbers[2]!;
    if (!bag.has(slot)) return RefusalReason.unknownSlot;
    if (units < 1 || units > bag.unitsAt(slot)) return RefusalReason.notEnoughItems;
    destroyUnits(world, deed.is(LedgerVerb.discard, bag.owner, 0, command), bag, slot, units);
    return allowed;
  },
};
