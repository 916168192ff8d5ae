// The mailboxes as they were stored, before the first tick.

import type { WorldOf } from '../engine/system.js';
import { copyStacks } from '../ledger/bag.js';
import type { StackColumns } from '../ledger/bag.js';
import type { LetterKind } from '../vocabulary/generated/words.js';
import { letterStacks } from './letters.js';

/** What the facts LetterSent, LetterChanged, StackChanged and CoinsChanged of a letter have come to. */
export interface StoredLetter {
  readonly id: number;
  readonly kind: LetterKind;
  /** Ids of characters. */
  readonly from: number;
  readonly to: number;
  readonly cashOnDelivery: number;
  readonly untilSeconds: number;
  readonly coins: number;
  readonly words: string;
  /** Four slots. */
  readonly stacks: StackColumns;
}

/** `lastLetter`: the highest id that a letter ever had, those that are no more included. */
export function restoreLetters(
  world: WorldOf<never, 'letters'>,
  stored: Iterable<StoredLetter>,
  lastLetter: number,
): void {
  const { letters } = world.tables;
  for (const letter of stored) {
    const row = letters.restore(letter.id);
    letters.from[row] = letter.from;
    letters.kinds[row] = letter.kind;
    letters.cashOnDelivery[row] = letter.cashOnDelivery;
    letters.untilSeconds[row] = letter.untilSeconds;
    letters.coins[row] = letter.coins;
    letters.words[row] = letter.words;
    copyStacks(letters.stacks, row * letterStacks, letter.stacks, 0, letterStacks);
    letters.put(row, letter.to);
  }
  letters.lastLetter = Math.max(letters.lastLetter, lastLetter);
}
