// Listings that lay too long.

import { defineSystem } from '../engine/system.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { endFacts, returnListing } from './end-listing.js';
import { listings } from './listings.js';

/** Looked at each tick, in turns. */
const listingsPerTick = 8;

export const expireListings = defineSystem({
  name: 'expire-listings',
  budgetUs: 100,
  reads: ['calendar', 'characters'],
  writes: ['letters', 'listings', 'ledger'],
  emits: ['letterSent', 'stackChanged', 'listingEnded'],
  owns: [listings],
  run(world) {
    const { listings: table, calendar, letters, ledger } = world.tables;
    if (calendar.nowSeconds === 0 || table.count === 0) return;
    if (ledger.mustWait(LedgerVerb.listingEnd)) return;
    const start =
      (world.tick * listingsPerTick) % (Math.ceil(table.count / listingsPerTick) * listingsPerTick);
    const end = Math.min(table.count, start + listingsPerTick);
    // From the last one on, for those behind one that is removed move up.
    for (let row = end - 1; row >= start; row--) {
      if (table.untilSeconds[row]! > calendar.nowSeconds) continue;
      // It is looked at again when there is room.
      if (letters.isFull || !world.facts.reserve(endFacts)) return;
      returnListing(world, row, 0);
    }
  },
});
