// What its owner does with a letter: pays, takes what it encloses, sends it back, throws it away.

import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { inventorySlots } from '../inventory/columns.js';
import { bindTaken } from '../inventory/binding.js';
import { unitsToCarry } from '../inventory/carrying.js';
import { changeCoins, roomForCoins } from '../inventory/wallet.js';
import type { Paying } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { roomForStack } from '../ledger/room.js';
import { stackFacts } from '../ledger/stacks.js';
import { stow } from '../ledger/stow.js';
import type { OrderRule } from '../orders/order-rule.js';
import { LedgerVerb, LetterKind, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { letterStacks } from './letters.js';
import { ownLetterRefusal } from './overflow.js';
import { changeEnclosedCoins, endLetter, markPaid, noteTaken, postLetter, sendBack } from './post.js';
import type { NewLetter, Posting } from './post.js';

type Opening = Posting & Paying & WorldOf<'player' | 'equipment', 'inventory' | 'wallet'>;

const bag = new Bag();
const letterBag = new Bag();
const deed = new Deed();
const payment: NewLetter = { kind: LetterKind.payment, from: 0, to: 0, cashOnDelivery: 0, words: '' };

/** Of the coins, for TakeFromLetter. */
const coinsPlace = letterStacks;

export const takeFromLetter: OrderRule<Opening> = {
  verb: LedgerVerb.mailTake,
  /** In each slot a move, and that it is bound; and the letter. */
  factsMax: (stackFacts + 1) * inventorySlots + 1,
  /** Numbers: id of the letter, place. */
  decide(world, row, { numbers, command }) {
    const letter = ownLetter(world, row, numbers[0]!);
    if (letter === 0) return RefusalReason.unknownTarget;
    const verdict =
      numbers[1] === coinsPlace
        ? takeCoins(world, row, letter, command)
        : takeStack(world, row, letter, numbers[1]!, command);
    if (verdict === allowed) noteTaken(world, letter, command);
    return verdict;
  },
};

function takeCoins(world: Opening, row: number, letter: number, command: number): Verdict {
  const { letters } = world.tables;
  const coins = letters.coins[letter]!;
  if (coins === 0) return RefusalReason.notEnoughCoins;
  // As many as the purse takes; the others stay in the letter.
  const taken = Math.min(coins, roomForCoins(world, row));
  if (taken === 0) return RefusalReason.purseFull;
  deed.is(LedgerVerb.mailTake, bag.owner, letters.from[letter]!, command);
  changeEnclosedCoins(world, deed, letter, -taken);
  changeCoins(world, deed, row, taken);
  return allowed;
}

function takeStack(world: Opening, row: number, letter: number, place: number, command: number): Verdict {
  const { letters } = world.tables;
  letters.pointAt(letter, letterBag);
  if (place >= letterStacks || !letterBag.has(place)) return RefusalReason.unknownSlot;
  if (letters.cashOnDelivery[letter] !== 0) return RefusalReason.unpaid;
  const units = letterBag.unitsAt(place);
  const item = letterBag.itemAt(place);
  if (unitsToCarry(world, row, item, units) < units) return RefusalReason.tooHeavy;
  const stackMax = world.content.items[item]?.stackMax ?? 1;
  if (roomForStack(letterBag, place, bag, stackMax) < units) return RefusalReason.inventoryFull;
  deed.is(LedgerVerb.mailTake, bag.owner, letters.from[letter]!, command);
  if (stow(world, deed, letterBag, place, bag, units, stackMax) !== units)
    throw new Error('a stack that fits did not go into the bag');
  bindTaken(world, deed, bag, item);
  return allowed;
}

/** The coins are the sender's from the same tick on in which the stacks can be taken. */
export const payLetter: OrderRule<Opening> = {
  verb: LedgerVerb.cashOnDelivery,
  givesAway: () => true,
  // Out of the purse, into a new letter, that letter, and this one.
  factsMax: 4,
  /** Numbers: id of the letter, coins. Its text is the name of who pays. */
  decide(world, row, { numbers, command, text }) {
    const { letters } = world.tables;
    const letter = ownLetter(world, row, numbers[0]!);
    if (letter === 0) return RefusalReason.unknownTarget;
    const coins = letters.cashOnDelivery[letter]!;
    if (coins === 0 || coins !== numbers[1]) return RefusalReason.changed;
    if (coins > world.components.wallet.columns.coins[row]!) return RefusalReason.notEnoughCoins;
    // What is paid for is one's own: who sold it answers for the payment in its place.
    const room = ownLetterRefusal(world, bag.owner);
    if (room !== allowed) return room;
    payment.from = bag.owner;
    payment.to = letters.from[letter]!;
    payment.words = `${text}\n${letters.words[letter]!.split('\n')[1] ?? ''}\n`;
    const paid = postLetter(world, payment, command);
    deed.is(LedgerVerb.cashOnDelivery, bag.owner, payment.to, command);
    changeCoins(world, deed, row, -coins);
    changeEnclosedCoins(world, deed, paid, coins);
    markPaid(world, letter, command);
    return allowed;
  },
};

export const returnLetter: OrderRule<Opening> = {
  verb: LedgerVerb.mailReturn,
  factsMax: 1,
  /** Numbers: id of the letter. */
  decide(world, row, { numbers, command }) {
    const { letters } = world.tables;
    const letter = ownLetter(world, row, numbers[0]!);
    if (letter === 0) return RefusalReason.unknownTarget;
    if (letters.kinds[letter] !== LetterKind.written) return RefusalReason.notAllowed;
    // Whoever sent it was erased, or has the coins for it.
    if (letters.from[letter] === 0 || letters.isPaid(letter)) return RefusalReason.notAllowed;
    if (letters.isEmpty(letter)) return RefusalReason.notAllowed;
    sendBack(world, letter, command);
    return allowed;
  },
};

export const deleteLetter: OrderRule<Opening> = {
  verb: LedgerVerb.mailTake,
  factsMax: 1,
  /** Numbers: id of the letter. */
  decide(world, row, { numbers, command }) {
    const letter = ownLetter(world, row, numbers[0]!);
    if (letter === 0) return RefusalReason.unknownTarget;
    if (!world.tables.letters.isEmpty(letter)) return RefusalReason.notEmpty;
    endLetter(world, letter, command);
    return allowed;
  },
};

/** A letter in the own mailbox, 0 for none; `bag` is the player's inventory from now on. */
function ownLetter(world: Opening, row: number, id: number): number {
  pointAtInventory(world, row, bag);
  return world.tables.letters.find(bag.owner, id);
}
