// A player sends a letter: all that it encloses goes into it at once, or nothing does.

import { isMuted } from '../chat/mute.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { changeCoins } from '../inventory/wallet.js';
import type { Paying } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { moveUnits, stackFacts } from '../ledger/stacks.js';
import type { OrderRule } from '../orders/order-rule.js';
import type { Order } from '../orders/orders.js';
import { LedgerVerb, LetterKind, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { letterStacks } from './letters.js';
import { ownLetterRefusal } from './overflow.js';
import { changeEnclosedCoins, postLetter } from './post.js';
import type { NewLetter, Posting } from './post.js';

type Sending = Posting & Paying & WorldOf<'player' | 'muted', 'inventory' | 'wallet'>;

const bag = new Bag();
const letterBag = new Bag();
const deed = new Deed();
const written: NewLetter = { kind: LetterKind.written, from: 0, to: 0, cashOnDelivery: 0, words: '' };
/** Postage, coins out of the purse and into the letter, and the letter itself. */
const sendFacts = 4 + letterStacks * stackFacts;

/** What is enclosed, as one number of an order; 0 for nothing. */
export function enclosedAs(slot: number, units: number): number {
  return slot * 0x1_0000 + units;
}

const slotOf = (enclosed: number) => Math.floor(enclosed / 0x1_0000);
const unitsOf = (enclosed: number) => enclosed % 0x1_0000;

/** Where the enclosed stacks begin among an order's numbers, behind the recipient, the coins and what is to be paid. */
const stacksAt = 3;

export const sendLetter: OrderRule<Sending> = {
  verb: LedgerVerb.mailSend,
  givesAway: ({ numbers }) => numbers[1]! > 0 || stacksIn(numbers) > 0,
  factsMax: sendFacts,
  /** Numbers: id of the recipient, coins, coins to be paid on delivery, up to four of `enclosedAs`; all words as its text. */
  decide(world, row, order) {
    pointAtInventory(world, row, bag);
    const verdict = sendRefusal(world, row, order);
    if (verdict !== allowed) return verdict;
    const { numbers, command } = order;
    const [recipient, coins] = [numbers[0]!, numbers[1]!];
    const postage = postageOf(world, order);
    if (postage > 0)
      changeCoins(world, deed.is(LedgerVerb.fee, bag.owner, recipient, command), row, -postage);
    written.from = bag.owner;
    written.to = recipient;
    written.cashOnDelivery = numbers[2]!;
    written.words = order.text;
    const letter = postLetter(world, written, command);
    deed.is(LedgerVerb.mailSend, bag.owner, recipient, command);
    if (coins > 0) {
      changeCoins(world, deed, row, -coins);
      changeEnclosedCoins(world, deed, letter, coins);
    }
    world.tables.letters.pointAt(letter, letterBag);
    for (let place = 0; place < letterStacks; place++) {
      const enclosed = numbers[stacksAt + place]!;
      if (enclosed !== 0) moveUnits(world, deed, bag, slotOf(enclosed), letterBag, place, unitsOf(enclosed));
    }
    return allowed;
  },
};

function postageOf({ content }: Sending, { numbers }: Order): number {
  const { postageCoins, postagePerStackCoins } = content.rules;
  return postageCoins + postagePerStackCoins * stacksIn(numbers);
}

function stacksIn(numbers: Order['numbers']): number {
  let stacks = 0;
  for (let place = 0; place < letterStacks; place++) if (numbers[stacksAt + place] !== 0) stacks++;
  return stacks;
}

function sendRefusal(world: Sending, row: number, order: Order): Verdict {
  const { letters, calendar } = world.tables;
  const [recipient, coins, cashOnDelivery] = order.numbers as unknown as [number, number, number];
  if (hasWords(order) && isMuted(world, row)) return RefusalReason.muted;
  if (recipient === 0) return RefusalReason.unknownTarget;
  if (recipient === bag.owner) return RefusalReason.invalidTarget;
  if (cashOnDelivery > 0 && (coins > 0 || stacksIn(order.numbers) === 0)) return RefusalReason.notAllowed;
  const verdict = enclosedRefusal(order.numbers);
  if (verdict !== allowed) return verdict;
  if (coins + postageOf(world, order) > world.components.wallet.columns.coins[row]!)
    return RefusalReason.notEnoughCoins;
  const { mailboxLettersMax } = world.content.rules;
  if (letters.countOf(recipient) >= mailboxLettersMax) return RefusalReason.noRoomThere;
  // Nobody could say when it goes back.
  if (calendar.nowSeconds === 0) return RefusalReason.busy;
  return ownLetterRefusal(world, bag.owner);
}

/** Behind the line with the name of who sends it. Without any it is goods, which a muted player may send. */
function hasWords({ text }: Order): boolean {
  return text.length - text.indexOf('\n') > '\n\n'.length;
}

function enclosedRefusal(numbers: Order['numbers']): Verdict {
  for (let place = 0; place < letterStacks; place++) {
    const enclosed = numbers[stacksAt + place]!;
    if (enclosed === 0) continue;
    const slot = slotOf(enclosed);
    if (slot >= bag.slots || !bag.has(slot)) return RefusalReason.unknownSlot;
    if (unitsOf(enclosed) < 1 || unitsOf(enclosed) > bag.unitsAt(slot)) return RefusalReason.notEnoughItems;
    if (bag.columns.bound[bag.first + slot] !== 0) return RefusalReason.bound;
    for (let before = 0; before < place; before++) {
      const other = numbers[stacksAt + before]!;
      if (other !== 0 && slotOf(other) === slot) return RefusalReason.unknownSlot;
    }
  }
  return allowed;
}
