// The letters of a character that is to be erased. What others sent to it, with something in it, goes back to them; all
// else in its mailbox is its own, what it paid for too, and is destroyed. What it sent stays with whoever got it, without its name and words;
// where that has to be paid for it is the sender's still, and is destroyed too.

import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import { LedgerVerb, LetterKind } from '../vocabulary/generated/words.js';
import { letterStacks } from './letters.js';
import { changeEnclosedCoins, endLetter, forgetSender, sendBack, type Posting } from './post.js';

/** Each stack, the coins, the end. */
const factsOfOne = letterStacks + 2;

const enclosed = new Bag();
const deed = new Deed();

/** As many as there is room to tell of; true when none is left. */
export function eraseLetters(world: Posting, character: number): boolean {
  const { letters } = world.tables;
  for (let row = 1; row < letters.rowsEnd; row++) {
    if (letters.ids[row] === 0) continue;
    if (letters.to[row] !== character && letters.from[row] !== character) continue;
    const reservedBefore = world.facts.reservedFacts;
    if (!world.facts.reserve(factsOfOne)) return false;
    if (letters.to[row] === character) eraseOwn(world, row);
    else eraseSent(world, row, character);
    world.facts.release(world.facts.reservedFacts - reservedBefore);
  }
  return true;
}

function eraseOwn(world: Posting, row: number): void {
  const { letters } = world.tables;
  const character = letters.to[row]!;
  const isWritten = letters.kinds[row] === LetterKind.written && letters.from[row] !== character;
  const isAnothers = isWritten && letters.from[row] !== 0 && !letters.isPaid(row);
  if (isAnothers && !letters.isEmpty(row)) sendBack(world, row, 0, 0);
  else destroy(world, row, character);
}

function eraseSent(world: Posting, row: number, character: number): void {
  if (world.tables.letters.cashOnDelivery[row] === 0) forgetSender(world, row);
  else destroy(world, row, character);
}

function destroy(world: Posting, row: number, character: number): void {
  const { letters } = world.tables;
  deed.is(LedgerVerb.erase, character);
  letters.pointAt(row, enclosed);
  for (let place = 0; place < letterStacks; place++)
    if (enclosed.has(place)) destroyUnits(world, deed, enclosed, place, enclosed.unitsAt(place));
  const coins = letters.coins[row]!;
  if (coins > 0) changeEnclosedCoins(world, deed, row, -coins);
  endLetter(world, row, 0);
}
