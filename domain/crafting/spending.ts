// What a piece uses up, reckoned before anything is: how many units would stay in each slot. What was looked at and what is
// destroyed are the same numbers, so a piece whose output fits only where its materials lay has room.

import type { RecipeDefinition } from '../content/generated/definitions.js';
import { inventorySlots } from '../inventory/columns.js';
import type { Bag } from '../ledger/bag.js';
import type { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';

/** Units that stay in each slot of the bag that was planned last. */
const stays = new Uint16Array(inventorySlots);

/** Plans what the inputs of a piece take out of a bag, the last slots first. False when they are not all there. */
export function planSpending(bag: Bag, { inputs }: RecipeDefinition): boolean {
  for (let slot = 0; slot < bag.slots; slot++) stays[slot] = bag.columns.counts[bag.first + slot]!;
  for (let i = 0; i < inputs.length; i++) {
    const { item, count } = inputs[i]!;
    let missing = count;
    for (let slot = bag.slots - 1; slot >= 0 && missing > 0; slot--) {
      if (bag.itemAt(slot) !== item) continue;
      const part = Math.min(missing, stays[slot]!);
      stays[slot] = stays[slot]! - part;
      missing -= part;
    }
    if (missing > 0) return false;
  }
  return true;
}

/** How many new units of an item the bag has room for once what was planned is gone. */
export function roomAfterSpending(bag: Bag, item: number, stackMax: number): number {
  const { wear, bound } = bag.columns;
  let room = 0;
  for (let slot = 0; slot < bag.slots; slot++) {
    const at = bag.first + slot;
    if (stays[slot] === 0) room += stackMax;
    else if (bag.itemAt(slot) === item && wear[at] === 0 && bound[at] === 0)
      room += Math.max(0, stackMax - stays[slot]!);
  }
  return room;
}

/** Does what was planned for this bag, of which nothing has moved since. Writes a fact a slot at most. */
export function spend(world: Ledgered, deed: Deed, bag: Bag): void {
  for (let slot = bag.slots - 1; slot >= 0; slot--) {
    const units = bag.unitsAt(slot) - stays[slot]!;
    if (units > 0) destroyUnits(world, deed, bag, slot, units);
  }
}
