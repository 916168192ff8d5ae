// What becomes somebody's own. Bound things can be neither given away nor laid down; they can be sold to vendors and thrown
// away.

import type { Binding } from '../content/generated/definitions.js';
import type { Bag } from '../ledger/bag.js';
import type { Deed } from '../ledger/deed.js';
import { markStack } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';

/** Binds what lies in a slot when it is of the kind that this binds. Writes a fact at most. */
export function bindSlot(world: Ledgered, deed: Deed, bag: Bag, slot: number, when: Binding): void {
  const at = bag.first + slot;
  const { bound, wear, items } = bag.columns;
  if (bound[at] !== 0 || world.content.items[items[at]!]?.bind !== when) return;
  markStack(world, deed, bag, slot, wear[at]!, 1);
}

/** Binds what came into a bag of an item that binds by being taken. Writes a fact a slot at most. */
export function bindTaken(world: Ledgered, deed: Deed, bag: Bag, item: number): void {
  if (world.content.items[item]?.bind !== 'onPickUp') return;
  for (let slot = 0; slot < bag.slots; slot++)
    if (bag.itemAt(slot) === item) bindSlot(world, deed, bag, slot, 'onPickUp');
}
