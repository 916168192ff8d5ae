// What a player lays on the table of its trade, or takes back from there.

import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { Bag } from '../ledger/bag.js';
import { isNewcomer } from '../progression/newcomer.js';
import { RefusalReason, TradeEnd } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { cancelInvitation } from './begin-trade.js';
import { breakTrade, changeTable, sideOf } from './table-of.js';
import type { AtTable } from './table-of.js';
import { offerPlaces } from './trades.js';

const bag = new Bag();

type Offering = AtTable & WorldOf<'player' | 'wallet' | 'progress', 'inventory'>;

/** `units` of a slot of the bag into a place on the own side; 0 units empty the place. */
export function offerStack(
  world: Offering,
  row: number,
  number: number,
  place: number,
  slot: number,
  units: number,
): Verdict {
  const side = sideOf(world, row, number);
  if (side < 0) return RefusalReason.unknownTarget;
  if (place >= offerPlaces) return RefusalReason.unknownSlot;
  if (units > 0) {
    const verdict = offerRefusal(world, row, side, place, slot, units);
    if (verdict !== allowed) return verdict;
  }
  const { trades } = world.tables;
  const at = side * offerPlaces + place;
  trades.slots[at] = units === 0 ? 0 : slot;
  trades.units[at] = units;
  trades.instances[at] = units === 0 ? 0 : bag.columns.instances[bag.first + slot]!;
  changeTable(world, side >> 1);
  return allowed;
}

function offerRefusal(
  world: Offering,
  row: number,
  side: number,
  place: number,
  slot: number,
  units: number,
): Verdict {
  if (isNewcomer(world, row)) return RefusalReason.newcomer;
  pointAtInventory(world, row, bag);
  if (slot >= bag.slots || !bag.has(slot)) return RefusalReason.unknownSlot;
  if (units > bag.unitsAt(slot)) return RefusalReason.notEnoughItems;
  if (bag.columns.bound[bag.first + slot] !== 0) return RefusalReason.bound;
  const { slots, units: offered } = world.tables.trades;
  // Each slot lies on the table once, so what is offered is never more than there is.
  for (let each = 0; each < offerPlaces; each++) {
    const at = side * offerPlaces + each;
    if (each !== place && offered[at] !== 0 && slots[at] === slot) return RefusalReason.unknownSlot;
  }
  return allowed;
}

export function offerCoins(world: Offering, row: number, number: number, coins: number): Verdict {
  const side = sideOf(world, row, number);
  if (side < 0) return RefusalReason.unknownTarget;
  if (coins > 0 && isNewcomer(world, row)) return RefusalReason.newcomer;
  if (coins > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
  world.tables.trades.coins[side] = coins;
  changeTable(world, side >> 1);
  return allowed;
}

/** Leaves the trade with that number, or takes back the own invitation (0). */
export function cancelTrade(world: AtTable, row: number, number: number): Verdict {
  if (number === 0) return cancelInvitation(world, row, TradeEnd.cancelled);
  const side = sideOf(world, row, number);
  if (side < 0) return RefusalReason.unknownTarget;
  breakTrade(world, side >> 1, TradeEnd.cancelled);
  return allowed;
}
