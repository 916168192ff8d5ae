// What is on the market, as players ask for it: a page at a time, however many there are.

import type { MarketListingMessage } from '#domain/vocabulary/generated/messages.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { firstUnstoredListing } from '../notify/stored-yet.js';

/** Told in answer to one request, and looked at for it. */
const listingsOfOnePage = 8;
const lookedAtMax = 2048;

const told: Reused<MarketListingMessage> = {
  listing: 0,
  item: 0,
  count: 0,
  wear: 0,
  price: 0,
  own: false,
  secondsLeft: 0,
};
const searched = { after: 0 };

/** Listings of an item (0: of any) behind the one with that id, as far as they are stored. */
export function searchMarket(game: Game, session: number, row: number, item: number, after: number): void {
  const { world, output } = game;
  const { listings, calendar } = world.tables;
  const { items, counts, wear } = listings.stacks;
  const character = world.components.player.columns.character[row]!;
  const first = listings.firstAbove(after);
  const stored = listings.firstAbove(firstUnstoredListing(game) - 1);
  const end = Math.min(stored, first + lookedAtMax);
  let each = first;
  for (let found = 0; each < end && found < listingsOfOnePage; each++) {
    if (item !== 0 && items[each] !== item) continue;
    found++;
    told.listing = listings.ids[each]!;
    told.item = items[each]!;
    told.count = counts[each]!;
    told.wear = wear[each]!;
    told.price = listings.prices[each]!;
    told.own = listings.sellers[each] === character;
    told.secondsLeft = Math.max(0, listings.untilSeconds[each]! - calendar.nowSeconds);
    output.toSession.marketListing(session, told);
  }
  searched.after = each < stored && each > 0 ? listings.ids[each - 1]! : 0;
  output.toSession.marketSearched(session, searched);
}
