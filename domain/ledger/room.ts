// Whether there is room, before anything moves.

import type { Bag } from './bag.js';

/** Whether units of one slot may lie on those of another: the same item, unworn, bound alike. */
export function mayMerge(from: Bag, fromSlot: number, to: Bag, toSlot: number): boolean {
  const at = from.first + fromSlot;
  const into = to.first + toSlot;
  return (
    from.columns.items[at] === to.columns.items[into] &&
    from.columns.wear[at] === 0 &&
    to.columns.wear[into] === 0 &&
    from.columns.bound[at] === to.columns.bound[into]
  );
}

/** How many units of an item a slot can take. One that holds more than today's content allows stays, and takes none. */
export function roomIn(bag: Bag, slot: number, item: number, stackMax: number, bound = 0): number {
  const { items, counts, wear, bound: isBound } = bag.columns;
  const at = bag.first + slot;
  if (items[at] === 0) return stackMax;
  if (items[at] !== item || wear[at] !== 0 || isBound[at] !== bound) return 0;
  return Math.max(0, stackMax - counts[at]!);
}

/** How many units of an item lie in a bag. */
export function unitsOf(bag: Bag, item: number): number {
  let units = 0;
  for (let slot = 0; slot < bag.slots; slot++)
    if (bag.columns.items[bag.first + slot] === item) units += bag.columns.counts[bag.first + slot]!;
  return units;
}

/** How many units of the stack in a slot another bag can take, its empty slots included. */
export function roomForStack(from: Bag, slot: number, to: Bag, stackMax: number): number {
  const at = from.first + slot;
  const { items, wear, bound } = from.columns;
  let room = 0;
  for (let each = 0; each < to.slots; each++)
    // What is worn lies alone.
    if (wear[at] === 0 || !to.has(each)) room += roomIn(to, each, items[at]!, stackMax, bound[at]!);
  return room;
}
