// What players do on the market: put a stack there, buy one, take an own one back.

import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { bindTaken } from '../inventory/binding.js';
import { unitsToCarry } from '../inventory/carrying.js';
import { inventorySlots } from '../inventory/columns.js';
import { changeCoins } from '../inventory/wallet.js';
import type { Paying } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { roomForStack } from '../ledger/room.js';
import { moveUnits, stackFacts } from '../ledger/stacks.js';
import { stow } from '../ledger/stow.js';
import { mayOverflow, overflowBag, overflowFacts } from '../mail/overflow.js';
import { bodyOf, changeEnclosedCoins, postLetter } from '../mail/post.js';
import type { NewLetter, Posting } from '../mail/post.js';
import type { OrderRule } from '../orders/order-rule.js';
import { noteListingEnded, noteListingOpened } from '../vocabulary/generated/facts.js';
import { LedgerVerb, LetterKind, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { endFacts, returnListing } from './end-listing.js';

type Market = Posting & Paying & WorldOf<'player' | 'equipment', 'inventory' | 'wallet' | 'listings'>;

const secondsPerDay = 86_400;
const bag = new Bag();
const listed = new Bag();
const deed = new Deed();
const proceeds: NewLetter = { kind: LetterKind.sold, from: 0, to: 0, cashOnDelivery: 0, words: '\n\n' };

/** A price is at most what a purse holds, so its shares are whole numbers that a double tells apart. */
const feeOf = ({ content }: Market, price: number) =>
  Math.max(1, Math.floor(price * content.rules.listingFeeShare));
const shareOf = ({ content }: Market, price: number) => Math.floor(price * content.rules.marketShare);

export const listItem: OrderRule<Market> = {
  verb: LedgerVerb.list,
  givesAway: () => true,
  factsMax: stackFacts + 2,
  /** Numbers: slot, units, price. */
  decide(world, row, { numbers, command }) {
    pointAtInventory(world, row, bag);
    const [slot, units, price] = [numbers[0]!, numbers[1]!, numbers[2]!];
    const verdict = listRefusal(world, row, slot, units, price);
    if (verdict !== allowed) return verdict;
    const { listings, calendar } = world.tables;
    const until = calendar.comingSeconds + world.content.rules.listingDays * secondsPerDay;
    changeCoins(world, deed.is(LedgerVerb.fee, bag.owner, 0, command), row, -feeOf(world, price));
    listings.pointAt(listings.open(bag.owner, price, until), listed);
    noteListingOpened(world.facts, world.idAt(row), bag.owner, command, listed.owner, price, until);
    moveUnits(world, deed.is(LedgerVerb.list, bag.owner, 0, command), bag, slot, listed, 0, units);
    return allowed;
  },
};

function listRefusal(world: Market, row: number, slot: number, units: number, price: number): Verdict {
  const { listings, calendar, letters } = world.tables;
  const { rules } = world.content;
  if (slot >= bag.slots || !bag.has(slot)) return RefusalReason.unknownSlot;
  if (units < 1 || units > bag.unitsAt(slot)) return RefusalReason.notEnoughItems;
  if (bag.columns.bound[bag.first + slot] !== 0) return RefusalReason.bound;
  if (price === 0) return RefusalReason.notAllowed;
  if (feeOf(world, price) > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
  if (listings.countOf(bag.owner) >= rules.listingsMax) return RefusalReason.noRoomThere;
  // What becomes of it may come by letter.
  if (!letters.mayAnswerForMore(bag.owner, rules.mailboxLettersMax)) return RefusalReason.noRoomThere;
  if (calendar.nowSeconds === 0) return RefusalReason.busy;
  if (!listings.isFull) return allowed;
  listings.refused++;
  return RefusalReason.busy;
}

export const buyListing: OrderRule<Market> = {
  verb: LedgerVerb.marketBuy,
  givesAway: () => true,
  // Both payments, the letter and its coins, in each slot a move and that it is bound, the end; a letter for what is bought.
  factsMax: 5 + (stackFacts + 1) * inventorySlots + overflowFacts,
  /** Numbers: id of the listing, price. */
  decide(world, row, { numbers, command }) {
    const { listings } = world.tables;
    const at = listings.find(numbers[0]!);
    if (at < 0) return RefusalReason.unknownTarget;
    pointAtInventory(world, row, bag);
    const price = listings.prices[at]!;
    const verdict = buyRefusal(world, row, at, numbers[1]!);
    if (verdict !== allowed) return verdict;
    const hasRoom = bagRefusal(world, row) === allowed;
    const seller = listings.sellers[at]!;
    const share = shareOf(world, price);
    if (share > 0) changeCoins(world, deed.is(LedgerVerb.fee, bag.owner, seller, command), row, -share);
    proceeds.to = seller;
    const letter = postLetter(world, proceeds, command);
    deed.is(LedgerVerb.marketBuy, bag.owner, seller, command);
    if (price > share) {
      changeCoins(world, deed, row, share - price);
      changeEnclosedCoins(world, deed, letter, price - share);
    }
    if (hasRoom) takeListed(world);
    else {
      const into = overflowBag(world, bag.owner, command, LetterKind.bought);
      moveUnits(world, deed, listed, 0, into, 0, listed.unitsAt(0));
    }
    noteListingEnded(world.facts, bodyOf(world, seller), seller, bag.owner, command, listed.owner);
    listings.remove(at);
    return allowed;
  },
};

/** From the listing into the bag, where there is room. */
function takeListed(world: Market): void {
  const units = listed.unitsAt(0);
  const item = listed.itemAt(0);
  if (stow(world, deed, listed, 0, bag, units, stackMaxOf(world)) !== units)
    throw new Error('a stack that fits did not go into the bag');
  bindTaken(world, deed, bag, item);
}

const stackMaxOf = ({ content }: Market) => content.items[listed.itemAt(0)]?.stackMax ?? 1;

/** `listed` is the listing's stack from now on. */
function buyRefusal(world: Market, row: number, at: number, price: number): Verdict {
  const { listings, letters } = world.tables;
  listings.pointAt(at, listed);
  if (listings.sellers[at] === bag.owner) return RefusalReason.invalidTarget;
  if (listings.prices[at] !== price) return RefusalReason.changed;
  if (price > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
  const room = bagRefusal(world, row);
  // What it brings the seller is a letter, too.
  if (room !== allowed && !mayOverflow(world, world.content.rules.boughtWhenFull, bag.owner, 1)) return room;
  return letters.isFull ? RefusalReason.busy : allowed;
}

/** Why what is listed has no room in the bag. */
function bagRefusal(world: Market, row: number): Verdict {
  const units = listed.unitsAt(0);
  if (unitsToCarry(world, row, listed.itemAt(0), units) < units) return RefusalReason.tooHeavy;
  return roomForStack(listed, 0, bag, stackMaxOf(world)) < units ? RefusalReason.inventoryFull : allowed;
}

export const cancelListing: OrderRule<Market> = {
  verb: LedgerVerb.listingEnd,
  // In each slot a move and that it is bound, the end; or a letter.
  factsMax: Math.max(endFacts, (stackFacts + 1) * inventorySlots + 1),
  /** Numbers: id of the listing. */
  decide(world, row, { numbers, command }) {
    const { listings, letters } = world.tables;
    const at = listings.find(numbers[0]!);
    pointAtInventory(world, row, bag);
    if (at < 0 || listings.sellers[at] !== bag.owner) return RefusalReason.unknownTarget;
    listings.pointAt(at, listed);
    if (bagRefusal(world, row) !== allowed) {
      if (letters.isFull) return RefusalReason.busy;
      returnListing(world, at, command);
      return allowed;
    }
    deed.is(LedgerVerb.listingEnd, bag.owner, 0, command);
    takeListed(world);
    noteListingEnded(world.facts, world.idAt(row), bag.owner, 0, command, listed.owner);
    listings.remove(at);
    return allowed;
  },
};
