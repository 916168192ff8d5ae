// A player buys back what it sold, from any vendor. That costs as much as the most generous vendor may have paid, so that it
// never pays to sell here and buy back there. Content that pays less since then makes nothing cheaper: where nobody knows what
// was paid, because that was not stored before a crash, it costs all that it is worth, for no vendor ever paid more.

import type { ItemDefinition } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtBuyBack, pointAtInventory } from '../inventory/bags.js';
import { roomRefusal } from '../inventory/carrying.js';
import { inventorySlots } from '../inventory/columns.js';
import { changeCoins } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { moveUnits, stackFacts } from '../ledger/stacks.js';
import { stow } from '../ledger/stow.js';
import { mayOverflow, overflowBag, overflowFacts } from '../mail/overflow.js';
import type { Posting } from '../mail/post.js';
import { serviceOf, talkRefusal } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { askedBack, payShareLimit } from './prices.js';

type BuyingBack = Posting &
  Talking &
  WorldOf<'player' | 'equipment' | 'vendorStocks', 'inventory' | 'buyBack' | 'wallet'>;

const bag = new Bag();
const kept = new Bag();
const deed = new Deed();

export const buyBackItem: OrderRule<BuyingBack> = {
  verb: LedgerVerb.buyBack,
  factsMax: stackFacts * inventorySlots + 1 + overflowFacts,
  /** Numbers: entity id of the vendor, slot. */
  decide(world, row, { numbers, command }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    const vendor = serviceOf(world, npc, 'vendor');
    if (vendor === undefined) return RefusalReason.invalidTarget;
    pointAtBuyBack(world, row, kept);
    const slot = numbers[1]!;
    const item = kept.has(slot) ? world.content.items[kept.itemAt(slot)] : undefined;
    if (item === undefined) return RefusalReason.unknownSlot;
    const units = kept.unitsAt(slot);
    const coins = priceOf(world, slot, item);
    if (coins > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
    const at = kept.first + slot;
    const { bound, wear } = kept.columns;
    const room = roomRefusal(
      world,
      row,
      pointAtInventory(world, row, bag),
      item,
      units,
      bound[at]!,
      wear[at]!,
    );
    if (room !== allowed && !mayOverflow(world, vendor.whenFull, bag.owner)) return room;
    const into = room === allowed ? bag : overflowBag(world, bag.owner, command);
    deed.is(LedgerVerb.buyBack, bag.owner, 0, command);
    // A letter takes a stack as it is, also one that is larger than today's content allows.
    if (room === allowed) stow(world, deed, kept, slot, into, units, item.stackMax);
    else moveUnits(world, deed, kept, slot, into, 0, units);
    changeCoins(world, deed, row, -coins);
    return allowed;
  },
};

/** Of the stack in a slot of `kept`. */
function priceOf({ components, tables }: BuyingBack, slot: number, { priceCoins }: ItemDefinition): number {
  const paid = components.buyBack.columns.paid[kept.first + slot]!;
  const units = kept.unitsAt(slot);
  if (paid === 0) return askedBack(priceCoins, units, payShareLimit);
  return Math.max(paid, askedBack(priceCoins, units, tables.vendorStocks.payShareMost));
}
