// A player's inventory: 32 slots of one item each, in stacks. Adding and removing move whole units and return how many
// were moved, so that what one side loses the other gains; nothing is ever created or dropped here.

/** Slots of every inventory; the changed-slot mask below is a 32-bit integer for this reason. */
export const inventorySlots = 32;

export class Inventory {
  /** Item id from the content by slot, 0 for an empty slot. */
  readonly items = new Uint16Array(inventorySlots);
  /** Units by slot, 0 exactly where `items` is 0. */
  readonly counts = new Uint16Array(inventorySlots);
  /** Bit n is set when slot n changed since the mask was last cleared. */
  changedSlots = 0;
}

/** Puts up to `count` units in, filling stacks of the same item first, then empty slots. Returns how many went in. */
export function addItems(inventory: Inventory, item: number, count: number, stackSize: number): number {
  if (item === 0 || count <= 0 || stackSize <= 0) return 0;
  let left = fill(inventory, item, count, stackSize, item);
  if (left > 0) left = fill(inventory, item, left, stackSize, 0);
  return count - left;
}

function fill(inventory: Inventory, item: number, count: number, stackSize: number, into: number): number {
  const { items, counts } = inventory;
  let left = count;
  for (let slot = 0; slot < inventorySlots && left > 0; slot++) {
    if (items[slot] !== into) continue;
    // A stack may be larger than today's content allows when the content changed since: it stays, it does not grow.
    const room = Math.max(0, stackSize - counts[slot]!);
    const moved = Math.min(room, left);
    if (moved === 0) continue;
    items[slot] = item;
    counts[slot] = counts[slot]! + moved;
    inventory.changedSlots |= 1 << slot;
    left -= moved;
  }
  return left;
}

/** Takes up to `count` units of `item` out, from the last slots first. Returns how many came out. */
export function removeItems(inventory: Inventory, item: number, count: number): number {
  if (item === 0) return 0;
  const { items, counts } = inventory;
  let left = Math.max(0, count);
  for (let slot = inventorySlots - 1; slot >= 0 && left > 0; slot--) {
    if (items[slot] !== item) continue;
    const moved = Math.min(counts[slot]!, left);
    counts[slot] = counts[slot]! - moved;
    if (counts[slot] === 0) items[slot] = 0;
    inventory.changedSlots |= 1 << slot;
    left -= moved;
  }
  return Math.max(0, count) - left;
}

/** How many units of `item` are in all slots together. */
export function countItems(inventory: Inventory, item: number): number {
  let total = 0;
  for (let slot = 0; slot < inventorySlots; slot++) {
    if (inventory.items[slot] === item && item !== 0) total += inventory.counts[slot]!;
  }
  return total;
}

/** Makes `target` equal to `source`, all slots marked as unchanged. */
export function copyInventory(target: Inventory, source: Inventory): void {
  target.items.set(source.items);
  target.counts.set(source.counts);
  target.changedSlots = 0;
}
