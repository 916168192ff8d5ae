// Entries of the journal by or with one character, out of a journal that goes on meanwhile: in pieces of some milliseconds, between
// which others have their turn.

import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type { Journal } from '#ports/storage/journal.js';

/** Pieces of the journal that are looked at between two turns of others. */
export const piecesAtOnce = 32;
/** Entries that are visited between two turns of others. */
const visitedAtOnce = 4_096;
/** The next that is farther away is looked up: between two of a character’s entries there may be a million of others’. */
const nearEntries = 2_048;

/** Numbers below `before` and above `after`, ascending. */
export async function ownEntries(
  journal: Pick<Journal, 'naming'>,
  character: number,
  { before, after = 0 }: { readonly before: number; readonly after?: number },
  turn: () => Promise<unknown>,
): Promise<number[]> {
  const numbers: number[] = [];
  let piece = { from: before, isOldest: false };
  for (let i = 1; !piece.isOldest && piece.from > after + 1; i++) {
    const found = journal.naming({ character }, piece.from);
    for (const number of found.numbers) if (number > after) numbers.push(number);
    piece = found;
    if (i % piecesAtOnce === 0) await turn();
  }
  return numbers.reverse();
}

/** False when one of them became a part of the base before its turn. */
export async function visitEach(
  journal: Pick<Journal, 'entries'>,
  numbers: readonly number[],
  visit: (facts: FactRows, row: number, number: number) => void,
  turn: () => Promise<unknown>,
): Promise<boolean> {
  for (let next = 0; next < numbers.length;) {
    const first = numbers[next]!;
    journal.entries(first, (facts, row, number) => {
      if (number === numbers[next]) {
        visit(facts, row, number);
        next++;
      }
      if (next === numbers.length || number - first >= visitedAtOnce) return false;
      return numbers[next]! - number <= nearEntries;
    });
    if (numbers[next] === first) return false;
    await turn();
  }
  return true;
}
