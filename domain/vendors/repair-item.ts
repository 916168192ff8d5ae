// A player has something mended, in the bag or as it is worn.

import type { WorldOf } from '../engine/system.js';
import { pointAtEquipment, pointAtInventory } from '../inventory/bags.js';
import { changeCoins } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { markStack } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import { serviceOf, talkRefusal } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { setStrength } from '../progression/attributes.js';
import { HolderKind, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { mendingPrice } from './prices.js';

type Mending = Ledgered & Talking & WorldOf<'player', 'inventory' | 'equipment' | 'wallet' | 'combat'>;

const bag = new Bag();
const deed = new Deed();

export const repairItem: OrderRule<Mending> = {
  verb: LedgerVerb.repair,
  factsMax: 2,
  /** Numbers: entity id of who mends, holder and slot. */
  decide(world, row, { numbers, command }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    const mender = serviceOf(world, npc, 'mender');
    if (mender === undefined) return RefusalReason.invalidTarget;
    if (!pointAtMendable(world, row, numbers[1]!)) return RefusalReason.unknownSlot;
    const slot = numbers[2]!;
    const item = bag.has(slot) ? world.content.items[bag.itemAt(slot)] : undefined;
    if (item === undefined) return RefusalReason.unknownSlot;
    const { wear, bound } = bag.columns;
    const at = bag.first + slot;
    if (item.durabilityMax === 0 || wear[at] === 0) return RefusalReason.noEffect;
    const coins = mendingPrice(item.priceCoins, wear[at]!, item.durabilityMax, mender.priceShare);
    if (coins > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
    deed.is(LedgerVerb.repair, bag.owner, 0, command);
    markStack(world, deed, bag, slot, 0, bound[at]!);
    changeCoins(world, deed, row, -coins);
    if (bag.holder === HolderKind.equipment) setStrength(world, row);
    return allowed;
  },
};

function pointAtMendable(world: Mending, row: number, holder: number): boolean {
  if (holder === HolderKind.inventory) pointAtInventory(world, row, bag);
  else if (holder === HolderKind.equipment) pointAtEquipment(world, row, bag);
  else return false;
  return true;
}
