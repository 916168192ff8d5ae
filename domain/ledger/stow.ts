// Moves of whole amounts, over as many slots as they take: stacks of the same item first, then empty slots.

import type { Bag } from './bag.js';
import type { Deed } from './deed.js';
import { roomIn } from './room.js';
import { createUnits, destroyUnits, moveUnits } from './stacks.js';
import type { Ledgered } from './stacks.js';

/** Creates up to `units` of an item in a bag. Writes a fact a slot at most; returns how many found room. */
export function createIn(
  world: Ledgered,
  deed: Deed,
  bag: Bag,
  item: number,
  units: number,
  stackMax: number,
): number {
  let left = units;
  for (let pass = 0; pass < 2 && left > 0; pass++)
    for (let slot = 0; slot < bag.slots && left > 0; slot++) {
      if ((pass === 0) !== bag.has(slot)) continue;
      const part = Math.min(left, roomIn(bag, slot, item, stackMax));
      if (part === 0) continue;
      createUnits(world, deed, bag, slot, item, part);
      left -= part;
    }
  return units - left;
}

/** Destroys up to `units` of an item, the last slots first. Writes a fact a slot at most; returns how many there were. */
export function destroyIn(world: Ledgered, deed: Deed, bag: Bag, item: number, units: number): number {
  let left = units;
  for (let slot = bag.slots - 1; slot >= 0 && left > 0; slot--) {
    if (bag.itemAt(slot) !== item) continue;
    const part = Math.min(left, bag.unitsAt(slot));
    destroyUnits(world, deed, bag, slot, part);
    left -= part;
  }
  return units - left;
}

/**
 * Moves up to `units` of a slot into another bag, wherever they fit. Writes two facts a slot of `to` at most and returns
 * how many units went; the rest stays.
 */
export function stow(
  world: Ledgered,
  deed: Deed,
  from: Bag,
  fromSlot: number,
  to: Bag,
  units: number,
  stackMax: number,
): number {
  const item = from.itemAt(fromSlot);
  const bound = from.columns.bound[from.first + fromSlot]!;
  const isWorn = from.columns.wear[from.first + fromSlot] !== 0;
  let left = Math.min(units, from.unitsAt(fromSlot));
  let moved = 0;
  for (let pass = isWorn ? 1 : 0; pass < 2 && left > 0; pass++)
    for (let slot = 0; slot < to.slots && left > 0; slot++) {
      if ((pass === 0) !== to.has(slot)) continue;
      const part = Math.min(left, roomIn(to, slot, item, stackMax, bound));
      if (part === 0) continue;
      moveUnits(world, deed, from, fromSlot, to, slot, part);
      left -= part;
      moved += part;
    }
  return moved;
}
