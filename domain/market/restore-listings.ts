// The market as it was stored, before the first tick.

import type { WorldOf } from '../engine/system.js';
import { copyStacks } from '../ledger/bag.js';
import type { StackColumns } from '../ledger/bag.js';

/** What the facts ListingOpened and StackChanged of a listing have come to. */
export interface StoredListing {
  readonly id: number;
  /** Id of the character. */
  readonly seller: number;
  readonly price: number;
  readonly untilSeconds: number;
  /** One slot. */
  readonly stack: StackColumns;
}

/** The smallest id first. `lastListing`: the highest id that a listing ever had, those that are no more included. */
export function restoreListings(
  world: WorldOf<never, 'listings'>,
  stored: Iterable<StoredListing>,
  lastListing: number,
): void {
  const { listings } = world.tables;
  for (const { id, seller, price, untilSeconds, stack } of stored)
    copyStacks(listings.stacks, listings.restore(id, seller, price, untilSeconds), stack, 0, 1);
  listings.lastListing = Math.max(listings.lastListing, lastListing);
}
