// Whether a trade leaves somebody with more than it can carry.

import type { WorldOf } from '../engine/system.js';
import { carriedGrams } from '../inventory/carrying.js';
import type { Offer } from './exchange.js';

/** True when the player at `row` would be too heavy by it: who gives as much as it gets may be as heavy as it is. */
export function carriesMore(
  world: WorldOf<'inventory' | 'equipment'>,
  row: number,
  gives: Offer,
  gets: Offer,
): boolean {
  const gained = gramsOf(world, gets) - gramsOf(world, gives);
  return gained > 0 && carriedGrams(world, row) + gained > world.content.rules.carryGramsMax;
}

function gramsOf({ content }: WorldOf, { bag, leaving }: Offer): number {
  let grams = 0;
  for (let slot = 0; slot < leaving.length; slot++)
    if (leaving[slot] !== 0) grams += (content.items[bag.itemAt(slot)]?.weightGrams ?? 0) * leaving[slot]!;
  return grams;
}
