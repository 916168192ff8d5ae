// What a character that is to be erased has on the market is destroyed.

import type { WorldOf } from '../engine/system.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import { bodyOf, type Posting } from '../mail/post.js';
import { noteListingEnded } from '../vocabulary/generated/facts.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';

const listed = new Bag();
const deed = new Deed();
/** The stack, the end. */
const factsOfOne = 2;

/** As many as there is room to tell of; true when none is left. */
export function eraseListings(world: Posting & WorldOf<never, 'listings'>, seller: number): boolean {
  const { listings } = world.tables;
  // From the last one on, for those behind one that is removed move up.
  for (let row = listings.count - 1; row >= 0; row--) {
    if (listings.sellers[row] !== seller) continue;
    if (!world.facts.reserve(factsOfOne)) return false;
    listings.pointAt(row, listed);
    destroyUnits(world, deed.is(LedgerVerb.erase, seller), listed, 0, listed.unitsAt(0));
    noteListingEnded(world.facts, bodyOf(world, seller), seller, 0, 0, listed.owner);
    listings.remove(row);
  }
  return true;
}
