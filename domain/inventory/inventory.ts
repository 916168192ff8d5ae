// A player's inventory: 32 slots of one item each, in stacks. Adding and removing move whole units and return how many
// were moved, so that what one side loses the other gains; nothing is ever created or dropped here. Which slots were
// touched, and by how many units, stands in `touched` until the next call.

import { inventorySlots } from './columns.js';

/** Rows of slots: of the world's inventories by place, or of one on a sheet, which is row 0. */
export interface InventoryRows {
  readonly items: Uint16Array;
  readonly counts: Uint16Array;
  readonly instances: Float64Array;
}

/** One inventory by itself. */
export class Inventory implements InventoryRows {
  readonly items = new Uint16Array(inventorySlots);
  readonly counts = new Uint16Array(inventorySlots);
  readonly instances = new Float64Array(inventorySlots);
}

/** What the last call changed: the first `count` entries. */
export const touched = {
  count: 0,
  slots: new Uint8Array(2 * inventorySlots),
  units: new Uint16Array(2 * inventorySlots),
};

/** Puts up to `count` units in, filling stacks of the same item first, then empty slots. Returns how many went in. */
export function addItems(
  rows: InventoryRows,
  row: number,
  item: number,
  count: number,
  stackSize: number,
): number {
  touched.count = 0;
  if (item === 0 || count <= 0 || stackSize <= 0) return 0;
  let left = fill(rows, row, item, count, stackSize, item);
  if (left > 0) left = fill(rows, row, item, left, stackSize, 0);
  return count - left;
}

function fill(
  { items, counts }: InventoryRows,
  row: number,
  item: number,
  count: number,
  stackSize: number,
  into: number,
): number {
  const first = row * inventorySlots;
  let left = count;
  for (let slot = 0; slot < inventorySlots && left > 0; slot++) {
    const at = first + slot;
    if (items[at] !== into) continue;
    // A stack may be larger than today's content allows when the content changed since: it stays, it does not grow.
    const moved = Math.min(Math.max(0, stackSize - counts[at]!), left);
    if (moved === 0) continue;
    items[at] = item;
    counts[at] = counts[at]! + moved;
    touch(slot, moved);
    left -= moved;
  }
  return left;
}

function touch(slot: number, units: number): void {
  touched.slots[touched.count] = slot;
  touched.units[touched.count++] = units;
}

/** Takes up to `count` units of `item` out, from the last slots first. Returns how many came out. */
export function removeItems(rows: InventoryRows, row: number, item: number, count: number): number {
  touched.count = 0;
  if (item === 0) return 0;
  const { items, counts, instances } = rows;
  const first = row * inventorySlots;
  let left = Math.max(0, count);
  for (let slot = inventorySlots - 1; slot >= 0 && left > 0; slot--) {
    const at = first + slot;
    if (items[at] !== item) continue;
    const moved = Math.min(counts[at]!, left);
    counts[at] = counts[at]! - moved;
    if (counts[at] === 0) {
      items[at] = 0;
      instances[at] = 0;
    }
    touch(slot, moved);
    left -= moved;
  }
  return Math.max(0, count) - left;
}

/** How many units of `item` are in all slots together. */
export function countItems({ items, counts }: InventoryRows, row: number, item: number): number {
  const first = row * inventorySlots;
  let total = 0;
  for (let at = first; at < first + inventorySlots; at++)
    if (items[at] === item && item !== 0) total += counts[at]!;
  return total;
}

/** Makes row `to` of `target` equal to row `from` of `source`. */
export function copyInventory(target: InventoryRows, to: number, source: InventoryRows, from: number): void {
  for (let slot = 0; slot < inventorySlots; slot++) {
    const at = to * inventorySlots + slot;
    const of = from * inventorySlots + slot;
    target.items[at] = source.items[of]!;
    target.counts[at] = source.counts[of]!;
    target.instances[at] = source.instances[of]!;
  }
}
