import type { StackColumns } from '#domain/ledger/bag.js';

/** How many units of an item lie in the slots of a sheet. */
export function unitsIn({ items, counts }: StackColumns, item: number): number {
  return items.reduce((units, each, slot) => units + (each === item ? counts[slot]! : 0), 0);
}
