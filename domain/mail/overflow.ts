// One policy for lack of room: what something gives, and there is no room for, is refused before anything moves, or comes
// by letter, as the content says of what gives it (`whenFull`). A letter of this kind comes all at once, stays until somebody has
// emptied it, and is not written where the mailbox is full: then it is refused as without it.

import type { WhenFull } from '../content/generated/definitions.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { roomForCoins, changeCoins, paying } from '../inventory/wallet.js';
import { Bag } from '../ledger/bag.js';
import type { Deed } from '../ledger/deed.js';
import { LetterKind, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { letterStacks } from './letters.js';
import { changeEnclosedCoins, posting, postLetter } from './post.js';
import type { NewLetter, Posting } from './post.js';

/** What gives coins, by letter where there is no room for them. */
export const givingCoins = defineAccess({ rules: [posting, paying], emits: ['letterSent'] });

/** Durable facts that an overflow writes at most besides what moves: the letter. */
export const overflowFacts = 1;
/** What `giveCoins` writes at most: into the purse, the letter, into that. */
export const givenCoinsFacts = 2 + overflowFacts;

const letterBag = new Bag();
const overflow: NewLetter = {
  kind: LetterKind.overflow,
  from: 0,
  to: 0,
  cashOnDelivery: 0,
  words: '\n\n',
};

/** Whether the character gets it by letter. `others`: letters that are written in the same breath. */
export function mayOverflow(
  { content, tables }: Posting,
  whenFull: WhenFull,
  character: number,
  others = 0,
): boolean {
  const { letters } = tables;
  const { mailboxLettersMax } = content.rules;
  if (whenFull !== 'mail' || letters.countOf(character) >= mailboxLettersMax) return false;
  if (letters.hasRoomFor(1 + others) && letters.mayAnswerForMore(character, mailboxLettersMax)) return true;
  letters.refused++;
  return false;
}

/** Why there is no room for one more letter that the character answers for, counted. */
export function ownLetterRefusal({ content, tables }: Posting, character: number): Verdict {
  const { letters } = tables;
  const mayOwn = letters.mayAnswerForMore(character, content.rules.mailboxLettersMax);
  if (mayOwn && !letters.isFull) return allowed;
  letters.refused++;
  return mayOwn ? RefusalReason.busy : RefusalReason.noRoomThere;
}

/** Whether units that lie in stacks of so many fit into one letter. */
export function fitsLetter(units: number, stackMax: number): boolean {
  return units <= letterStacks * stackMax;
}

/** The places of a new letter, for what there is no room for; the caller has asked `mayOverflow`. Writes `overflowFacts`. */
export function overflowBag(
  world: Posting,
  character: number,
  command: number,
  kind: LetterKind = LetterKind.overflow,
): Bag {
  return world.tables.letters.pointAt(postOverflow(world, character, command, kind), letterBag);
}

/** The row of such a letter, for coins too. */
export function postOverflow(
  world: Posting,
  character: number,
  command: number,
  kind: LetterKind = LetterKind.overflow,
): number {
  overflow.kind = kind;
  overflow.to = character;
  return postLetter(world, overflow, command);
}

/**
 * Pays as much as the purse takes, and sends the others by letter; the caller has seen that there is room, or asked
 * `mayOverflow`. Returns how many facts it wrote.
 */
export function giveCoins(
  world: WorldFor<typeof givingCoins>,
  deed: Deed,
  row: number,
  coins: number,
): number {
  const paid = Math.min(coins, roomForCoins(world, row));
  if (paid > 0) changeCoins(world, deed, row, paid);
  if (paid === coins) return paid > 0 ? 1 : 0;
  const letter = postOverflow(world, world.components.player.columns.character[row]!, deed.command);
  changeEnclosedCoins(world, deed, letter, coins - paid);
  return (paid > 0 ? 1 : 0) + givenCoinsFacts - 1;
}
