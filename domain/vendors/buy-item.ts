// A player buys from a vendor: all that it asks for, or nothing.

import type { Vendor } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { bindTaken } from '../inventory/binding.js';
import { inventorySlots } from '../inventory/columns.js';
import { changeCoins } from '../inventory/wallet.js';
import { roomRefusal } from '../inventory/carrying.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { createIn } from '../ledger/stow.js';
import { fitsLetter, mayOverflow, overflowBag, overflowFacts } from '../mail/overflow.js';
import type { Posting } from '../mail/post.js';
import { serviceOf, talkRefusal } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { askedFor } from './prices.js';
import { takeUnits, unitsLeft } from './vendor-stocks.js';

type Buying = Posting & Talking & WorldOf<'player' | 'equipment', 'inventory' | 'wallet' | 'vendorStocks'>;

const bag = new Bag();
const deed = new Deed();

export const buyItem: OrderRule<Buying> = {
  verb: LedgerVerb.buy,
  /** What comes into each slot, and that it is bound; the price; a letter. */
  factsMax: 2 * inventorySlots + 1 + overflowFacts,
  /** Numbers: entity id of the vendor, item, units. */
  decide(world, row, { numbers, command }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    const vendor = serviceOf(world, npc, 'vendor');
    if (vendor === undefined) return RefusalReason.invalidTarget;
    const item = numbers[1]!;
    const units = numbers[2]!;
    const sold = offerOf(vendor, item);
    const definition = world.content.items[item];
    if (sold < 0 || definition === undefined) return RefusalReason.requirementsNotMet;
    const offer = vendor.sells[sold]!;
    const who = world.components.identity.columns.template[npc]!;
    if (units < 1 || units > unitsLeft(world, who, sold, offer)) return RefusalReason.notEnoughItems;
    const coins = askedFor(definition.priceCoins, units, vendor.askShare);
    if (coins > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
    pointAtInventory(world, row, bag);
    const room = roomRefusal(world, row, bag, definition, units, 0, 0);
    const isPosted =
      room !== allowed &&
      fitsLetter(units, definition.stackMax) &&
      mayOverflow(world, vendor.whenFull, bag.owner);
    if (room !== allowed && !isPosted) return room;
    const into = isPosted ? overflowBag(world, bag.owner, command) : bag;
    deed.is(LedgerVerb.buy, bag.owner, 0, command);
    createIn(world, deed, into, item, units, definition.stackMax);
    // What comes by letter is taken when it is taken from there.
    if (!isPosted) bindTaken(world, deed, bag, item);
    changeCoins(world, deed, row, -coins);
    takeUnits(world, who, sold, offer, units);
    return allowed;
  },
};

/** Index of an item among what is sold, -1 for none. */
function offerOf({ sells }: Vendor, item: number): number {
  for (let i = 0; i < sells.length; i++) if (sells[i]!.item === item) return i;
  return -1;
}
