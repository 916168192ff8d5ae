// A player sells to a vendor. What was sold is kept for buying back; where there is no slot left, what has waited longest is
// gone for good.

import type { WorldOf } from '../engine/system.js';
import { pointAtBuyBack, pointAtInventory } from '../inventory/bags.js';
import { roomForCoins } from '../inventory/wallet.js';
import { giveCoins, givenCoinsFacts, mayOverflow } from '../mail/overflow.js';
import type { Posting } from '../mail/post.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits, moveUnits, stackFacts } from '../ledger/stacks.js';
import { serviceOf, talkRefusal } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { paidFor } from './prices.js';

type Selling = Posting & Talking & WorldOf<'player', 'inventory' | 'buyBack' | 'wallet'>;

const bag = new Bag();
const kept = new Bag();
const deed = new Deed();

export const sellItem: OrderRule<Selling> = {
  verb: LedgerVerb.sell,
  /** What goes for good, what is moved, and the price. */
  factsMax: 1 + stackFacts + givenCoinsFacts,
  /** Numbers: entity id of the vendor, slot, units. */
  decide(world, row, { numbers, command }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    const vendor = serviceOf(world, npc, 'vendor');
    if (vendor === undefined) return RefusalReason.invalidTarget;
    pointAtInventory(world, row, bag);
    const slot = numbers[1]!;
    const units = numbers[2]!;
    if (!bag.has(slot)) return RefusalReason.unknownSlot;
    if (units < 1 || units > bag.unitsAt(slot)) return RefusalReason.notEnoughItems;
    const item = world.content.items[bag.itemAt(slot)];
    const coins = item === undefined ? 0 : paidFor(item.priceCoins, units, vendor.payShare);
    // What is worth nothing, and what a quest wants.
    if (coins === 0 || item?.kind === 'quest') return RefusalReason.notAllowed;
    if (coins > roomForCoins(world, row) && !mayOverflow(world, vendor.whenFull, bag.owner))
      return RefusalReason.purseFull;
    const free = makeRoom(world, row, command);
    deed.is(LedgerVerb.sell, bag.owner, 0, command);
    moveUnits(world, deed, bag, slot, kept, free, units);
    const { order, paid } = world.components.buyBack.columns;
    order[kept.first + free] = newest(order, kept) + 1;
    paid[kept.first + free] = coins;
    giveCoins(world, deed, row, coins);
    return allowed;
  },
};

/** A slot that is empty, if need be because what was sold first is no more. */
function makeRoom(world: Selling, row: number, command: number): number {
  const { order } = world.components.buyBack.columns;
  pointAtBuyBack(world, row, kept);
  let oldest = 0;
  for (let slot = 0; slot < kept.slots; slot++) {
    if (!kept.has(slot)) return slot;
    if (order[kept.first + slot]! < order[kept.first + oldest]!) oldest = slot;
  }
  deed.is(LedgerVerb.sold, kept.owner, 0, command);
  destroyUnits(world, deed, kept, oldest, kept.unitsAt(oldest));
  return oldest;
}

function newest(order: Float64Array, { first, slots }: Bag): number {
  let most = 0;
  for (let at = first; at < first + slots; at++) most = Math.max(most, order[at]!);
  return most;
}
