// Letters come to be, change and end, and coins go into them and out of them: the only code that does, and each call writes
// what it did.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import type { WorldOf } from '../engine/system.js';
import type { Deed } from '../ledger/deed.js';
import { keepsWords } from '../ledger/letter-words.js';
import { ledgered } from '../ledger/stacks.js';
import {
  noteCoinsChanged,
  noteLetterChanged,
  noteLetterEnded,
  noteLetterSent,
} from '../vocabulary/generated/facts.js';
import { LetterKind, PurseKind } from '../vocabulary/generated/words.js';

const secondsPerDay = 86_400;

export const posting = defineAccess({
  rules: [ledgered],
  reads: ['calendar', 'characters'],
  writes: ['letters'],
});
export type Posting = WorldFor<typeof posting>;

/** Reused: filled and handed over at once. */
export interface NewLetter {
  kind: LetterKind;
  from: number;
  to: number;
  cashOnDelivery: number;
  /** Name of who sent it, title, text: a line each. */
  words: string;
}

/** The row of a letter with nothing in it; the caller has looked that there is room for it. Writes 1 fact. */
export function postLetter(world: Posting, letter: Readonly<NewLetter>, command: number): number {
  const { letters } = world.tables;
  const row = letters.create();
  if (row === 0) throw new Error('a letter without room for it');
  letters.from[row] = letter.from;
  letters.kinds[row] = letter.kind;
  letters.cashOnDelivery[row] = letter.cashOnDelivery;
  letters.untilSeconds[row] = untilOf(world, letter.kind);
  letters.words[row] = letter.words;
  letters.put(row, letter.to);
  const { facts } = world;
  noteLetterSent(
    facts,
    bodyOf(world, letter.to),
    letter.from,
    letter.to,
    command,
    letters.ids[row]!,
    letter.kind,
    letter.cashOnDelivery,
    letters.untilSeconds[row],
  );
  facts.text[facts.count - 1] = letter.words;
  return row;
}

/** What a player wrote goes back in time; all else stays until somebody has emptied it, for there is nowhere else. */
function untilOf({ content, tables }: Posting, kind: LetterKind): number {
  if (kind !== LetterKind.written) return 0;
  return tables.calendar.comingSeconds + content.rules.letterDays * secondsPerDay;
}

/** Goes into the mailbox of who sent it, with all that is in it; `from` is who had it, 0 for nobody any more. Writes 1 fact. */
export function sendBack(
  world: Posting,
  row: number,
  command: number,
  from = world.tables.letters.to[row]!,
): void {
  const { letters } = world.tables;
  const [sender, holder] = [letters.from[row]!, letters.to[row]!];
  letters.takeOut(row);
  letters.from[row] = from;
  letters.kinds[row] = LetterKind.returned;
  letters.cashOnDelivery[row] = 0;
  letters.untilSeconds[row] = 0;
  letters.put(row, sender);
  noteLetter(world, row, holder, command);
}

/**
 * Whoever sent it is no more: what is in it stays where it is, for there is nobody to get it back, and what was written in
 * it goes (ledger/letter-words). Writes 1 fact.
 */
export function forgetSender(world: Posting, row: number): void {
  const { letters } = world.tables;
  letters.from[row] = 0;
  const letter = { sender: 0, kind: letters.kinds[row]! };
  if (!keepsWords(letter)) letters.words[row] = '';
  if (!letters.isEmpty(row)) letters.untilSeconds[row] = 0;
  letters.account(row);
  noteLetter(world, row, letters.to[row]!, 0);
}

/** It asks for nothing any more: what is in it is its holder's own, and stays until it is taken. Writes 1 fact. */
export function markPaid(world: Posting, row: number, command: number): void {
  const { letters } = world.tables;
  letters.cashOnDelivery[row] = 0;
  letters.untilSeconds[row] = 0;
  letters.account(row);
  noteLetter(world, row, letters.to[row]!, command);
}

/** Of an empty letter. Writes 1 fact. */
export function endLetter(world: Posting, row: number, command: number): void {
  const { letters } = world.tables;
  const holder = letters.to[row]!;
  const id = letters.ids[row]!;
  letters.takeOut(row);
  letters.remove(row);
  noteLetterEnded(world.facts, bodyOf(world, holder), holder, command, id);
}

/** Something was taken out. What stayed for what is in it ends once it is empty. Writes 1 fact. */
export function noteTaken(world: Posting, row: number, command: number): void {
  const { letters } = world.tables;
  if (letters.untilSeconds[row] === 0 && letters.isEmpty(row)) endLetter(world, row, command);
  else noteLetter(world, row, letters.to[row]!, command);
}

/** Adds coins to a letter, or takes them away when less than 0. Writes 1 fact. */
export function changeEnclosedCoins(world: Posting, deed: Deed, row: number, gained: number): void {
  const { letters } = world.tables;
  const after = letters.coins[row]! + gained;
  if (!Number.isSafeInteger(after) || !Number.isInteger(gained) || after < 0)
    throw new RangeError(`${gained} coins for a letter that holds ${letters.coins[row]}`);
  letters.coins[row] = after;
  noteCoinsChanged(
    world.facts,
    0,
    deed.character,
    deed.counterpart,
    deed.command,
    deed.verb,
    gained,
    after,
    PurseKind.letter,
    letters.ids[row]!,
  );
}

function noteLetter(world: Posting, row: number, hadIt: number, command: number): void {
  const { letters } = world.tables;
  const holder = letters.to[row]!;
  noteLetterChanged(
    world.facts,
    bodyOf(world, hadIt),
    bodyOf(world, holder),
    letters.from[row]!,
    holder,
    command,
    letters.ids[row]!,
    letters.kinds[row]! as LetterKind,
    letters.cashOnDelivery[row]!,
    letters.untilSeconds[row]!,
  );
}

/** Entity id, 0 for one who is not in the world. */
export function bodyOf(world: WorldOf<'characters'>, character: number): number {
  const row = world.tables.characters.rowOf(character);
  return row === 0 ? 0 : world.idAt(row);
}
