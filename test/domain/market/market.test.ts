// The market: a stack is in the bag, in a listing or in a letter, and coins go to who sold it once.

import { describe, expect, it } from '@jest/globals';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import { expireLetters } from '#domain/mail/expire-letters.js';
import { expireListings } from '#domain/market/expire-listings.js';
import { copyStacks, createStackColumns } from '#domain/ledger/bag.js';
import type { WhenFull } from '#domain/content/generated/definitions.js';
import { Listings, listingsMax } from '#domain/market/listings.js';
import { restoreListings } from '#domain/market/restore-listings.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, LetterKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { Friend } from '../mail/two-friends.js';
import { SmallWorld } from '../harness/small-world.js';

/** Ada sells 8 pelts for 100 coins; Bob and Eve have 150 each. */
function market(boughtWhenFull: WhenFull = 'refuse') {
  const small = new SmallWorld({
    systems: [decideOrders, expireLetters, expireListings],
    content: smallContent({ rules: { ...smallRules, boughtWhenFull } }),
  });
  small.world.tables.calendar.nowSeconds = 1_800_000_000;
  const [ada, bob, eve] = [5, 20, 40].map((x) => new Friend(small, small.player(x, 5)));
  ada!.earn(50);
  bob!.earn(150);
  eve!.earn(150);
  small.give(ada!.bag, 0, Item.pelt, 8);
  expect(ada!.does(RequestId.listItem, [0, 8, 100])).toBeUndefined();
  return { small, ada: ada!, bob: bob!, eve: eve!, listings: small.world.tables.listings };
}

describe('a listing', () => {
  it('past its time stays while operators have switched its end off', () => {
    const { small, ada, listings } = market();
    const { ledger, calendar } = small.world.tables;
    ledger.switchVerb(LedgerVerb.listingEnd, false);
    calendar.nowSeconds += 3 * 86_400;
    small.tick(2);
    expect(ada.does(RequestId.cancelListing, [1])).toBe(RefusalReason.switchedOff);
    expect([listings.count, ada.letters()]).toEqual([1, []]);
    ledger.switchVerb(LedgerVerb.listingEnd, true);
    small.tick(2);
    expect([listings.count, ada.letters()]).toEqual([0, [1]]);
  });

  it('has its whole time also while the calendar follows a clock that jumped ahead', () => {
    const { small, ada, listings } = market();
    const { calendar } = small.world.tables;
    const awake = calendar.nowSeconds + 86_400;
    calendar.tell(awake);
    expect(calendar.nowSeconds).toBeLessThan(awake);
    small.give(ada.bag, 0, Item.pelt, 8);
    expect(ada.does(RequestId.listItem, [0, 8, 100])).toBeUndefined();
    expect(listings.untilSeconds[1]).toBe(awake + smallRules.listingDays * 86_400);
  });

  it('is bought once: of two who want it one gets it, and the coins come by letter (class 11)', () => {
    const { ada, bob, eve, listings } = market();
    expect([ada.slots(), ada.coins, listings.count]).toEqual(['', 48, 1]);
    expect(bob.does(RequestId.buyListing, [1, 100])).toBeUndefined();
    expect(eve.does(RequestId.buyListing, [1, 100])).toBe(RefusalReason.unknownTarget);
    expect([bob.slots(), bob.coins, eve.coins]).toEqual([`0:${Item.pelt}×8`, 50, 150]);
    const [letter] = ada.letters();
    expect(ada.takes(letter!, 4)).toBeUndefined();
    expect([ada.coins, listings.count]).toEqual([48 + 95, 0]);
  });

  it('is bought at the price that is named, with coins and room, and not by who sells it', () => {
    const { small, ada, bob } = market();
    expect(bob.does(RequestId.buyListing, [1, 99])).toBe(RefusalReason.changed);
    expect(ada.does(RequestId.buyListing, [1, 100])).toBe(RefusalReason.invalidTarget);
    for (let slot = 0; slot < bob.bag.slots; slot++) small.give(bob.bag, slot, Item.sword, 1);
    expect(bob.does(RequestId.buyListing, [1, 100])).toBe(RefusalReason.inventoryFull);
    const poor = new Friend(small, small.player(50, 5));
    expect(poor.does(RequestId.buyListing, [1, 100])).toBe(RefusalReason.notEnoughCoins);
  });

  it('that has no room in the bag of who buys it comes by letter where content says so', () => {
    const { small, ada, bob, eve, listings } = market('mail');
    for (let slot = 0; slot < bob.bag.slots; slot++) small.give(bob.bag, slot, Item.sword, 1);
    expect(bob.does(RequestId.buyListing, [1, 100])).toBeUndefined();
    expect([bob.coins, listings.count, ada.letters(), bob.letters()]).toEqual([50, 0, [1], [2]]);
    const { letters } = small.world.tables;
    expect(letters.kinds[letters.find(bob.id, 2)]).toBe(LetterKind.bought);
    expect(bob.takes(2, 0)).toBe(RefusalReason.inventoryFull);
    expect(bob.does(RequestId.discardItem, [HolderKind.inventory, 0, 1])).toBeUndefined();
    expect(bob.takes(2, 0)).toBeUndefined();
    expect(bob.bag.unitsAt(0)).toBe(8);
    // With a full mailbox it is refused.
    small.give(ada.bag, 0, Item.pelt, 8);
    expect(ada.does(RequestId.listItem, [0, 8, 10])).toBeUndefined();
    for (let slot = 0; slot < eve.bag.slots; slot++) small.give(eve.bag, slot, Item.sword, 1);
    for (let i = 0; i < smallRules.mailboxLettersMax; i++) ada.sends(eve.id);
    expect(eve.does(RequestId.buyListing, [2, 10])).toBe(RefusalReason.inventoryFull);
    expect([eve.coins, listings.count]).toEqual([150, 1]);
  });

  it('comes back into the bag when taken back, by letter when too old, once, and is not on the market then (class 16)', () => {
    const { small, ada, bob, listings } = market();
    expect(bob.does(RequestId.cancelListing, [1])).toBe(RefusalReason.unknownTarget);
    small.give(ada.bag, 3, Item.sword, 1);
    expect(ada.does(RequestId.listItem, [3, 1, 7])).toBeUndefined();
    expect(ada.does(RequestId.cancelListing, [1])).toBeUndefined();
    expect(ada.does(RequestId.cancelListing, [1])).toBe(RefusalReason.unknownTarget);
    small.world.tables.calendar.nowSeconds += 3 * 86_400;
    small.tick(2);
    expect([listings.count, ada.letters(), ada.slots()]).toEqual([0, [1], `0:${Item.pelt}×8`]);
    expect(bob.does(RequestId.buyListing, [2, 7])).toBe(RefusalReason.unknownTarget);
    expect(ada.takes(1, 0)).toBeUndefined();
    expect(ada.slots()).toBe(`0:${Item.pelt}×8 1:${Item.sword}×1`);
  });

  it('of what one does not hold, or too many, is none (classes 8, 10, 18)', () => {
    const { small, ada } = market();
    small.give(ada.bag, 0, Item.pelt, 2);
    const list = (...numbers: number[]) => ada.does(RequestId.listItem, numbers);
    expect(list(1, 1, 5)).toBe(RefusalReason.unknownSlot);
    expect(list(32, 1, 5)).toBe(RefusalReason.unknownSlot);
    expect(list(0, 3, 5)).toBe(RefusalReason.notEnoughItems);
    expect(list(0, 0, 5)).toBe(RefusalReason.notEnoughItems);
    expect(list(0, 1, 0)).toBe(RefusalReason.notAllowed);
    expect(list(0, 1, 0xffff_ffff)).toBe(RefusalReason.notEnoughCoins);
    small.world.tables.ledger.closed[LedgerVerb.list] = 1;
    expect(list(0, 1, 5)).toBe(RefusalReason.switchedOff);
    small.world.tables.ledger.closed[LedgerVerb.list] = 0;
    expect(list(0, 1, 5)).toBeUndefined();
    expect(list(0, 1, 5)).toBe(RefusalReason.noRoomThere);
    ada.bag.columns.bound[ada.bag.first] = 1;
    expect(list(0, 1, 5)).toBe(RefusalReason.bound);
  });

  it('at the highest price brings its seller all but the share, as a whole number (class 7)', () => {
    const { small, ada, bob, listings } = market();
    listings.prices[0] = 0xffff_ffff;
    bob.earn(0xffff_ffff - 150);
    expect(bob.does(RequestId.buyListing, [1, 0xffff_ffff])).toBeUndefined();
    expect(small.world.tables.letters.coins[1]).toBe(0xffff_ffff - Math.floor(0xffff_ffff * 0.05));
    expect([bob.coins, ada.letters()]).toEqual([0, [1]]);
  });
});

it('the market is the same after a restart, and ids go on', () => {
  const { listings } = market();
  const stack = createStackColumns(1);
  copyStacks(stack, 0, listings.stacks, 0, 1);
  const { world } = new SmallWorld();
  const stored = {
    id: 1,
    seller: listings.sellers[0]!,
    price: 100,
    untilSeconds: listings.untilSeconds[0]!,
    stack,
  };
  restoreListings(world, [stored], 1);
  const words = (table: Listings) => {
    const seen: number[] = [];
    table.eachWord((word) => seen.push(word));
    return seen;
  };
  expect(words(world.tables.listings)).toEqual(words(listings));
  expect(world.tables.listings.ids[world.tables.listings.open(1, 1, 1)]).toBe(2);
});

it('the market is bounded, and found by id whatever was removed', () => {
  const table = new Listings();
  for (let i = 0; i < listingsMax; i++) table.open(1, 1, 1);
  expect(table.isFull).toBe(true);
  expect(() => table.open(1, 1, 1)).toThrow();
  table.remove(4);
  expect([table.find(5), table.find(6), table.find(listingsMax), table.count]).toEqual([
    -1,
    4,
    listingsMax - 2,
    listingsMax - 1,
  ]);
});
