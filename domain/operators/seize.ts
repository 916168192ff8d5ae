// An operator takes items or coins away from somebody who is in the world: from the bag, from what is worn, from the bank.
// What lies on a trading table falls off it before anybody can agree (trade/watch-trades).

import type { WorldOf } from '../engine/system.js';
import { pointAtOwn } from '../holders/own-bags.js';
import type { OwnBags } from '../holders/own-bags.js';
import { changeCoins } from '../inventory/wallet.js';
import type { Paying } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import { setStrength } from '../progression/attributes.js';
import { HolderKind, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

export type Seizing = Ledgered & OwnBags & Paying & WorldOf<'player' | 'identity', 'combat'>;

/** A stack as the operator saw it: by its id, wherever among the own bags it lies now. */
export interface SeizedStack {
  readonly instance: number;
  readonly units: number;
}

const bag = new Bag();
const deed = new Deed();
const searched = [HolderKind.inventory, HolderKind.equipment, HolderKind.bank] as const;

/** Of the player at `row`. Writes what it does, or says why not. */
export function seizeItems(world: Seizing, row: number, { instance, units }: SeizedStack): Verdict {
  const slot = find(world, row, instance);
  if (slot < 0) return RefusalReason.unknownTarget;
  if (units > bag.unitsAt(slot)) return RefusalReason.notEnoughItems;
  if (!world.facts.reserve(1)) return RefusalReason.busy;
  destroyUnits(world, deed.is(LedgerVerb.seize, bag.owner), bag, slot, units);
  if (bag.holder === HolderKind.equipment) setStrength(world, row);
  return allowed;
}

/** The slot of `bag`, which it points at; -1 when it is not there. */
function find(world: Seizing, row: number, instance: number): number {
  for (const holder of searched) {
    pointAtOwn(world, row, holder, bag);
    for (let slot = 0; slot < bag.slots; slot++)
      if (bag.has(slot) && bag.columns.instances[bag.first + slot] === instance) return slot;
  }
  return -1;
}

/** Of the player at `row`. Writes what it does, or says why not. */
export function seizeCoins(world: Seizing, row: number, coins: number): Verdict {
  if (coins > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
  if (!world.facts.reserve(1)) return RefusalReason.busy;
  const character = world.components.player.columns.character[row]!;
  changeCoins(world, deed.is(LedgerVerb.seize, character), row, -coins);
  return allowed;
}
