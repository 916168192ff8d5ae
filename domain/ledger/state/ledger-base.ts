// Where the entries that a journal still keeps begin. Older ones are let go of, and their outcome is kept instead: what
// everybody had after the last of them, and all that had been created and destroyed by then.

import type { FactColumns } from '../../vocabulary/generated/facts.js';
import { FactKind } from '../../vocabulary/generated/facts.js';
import { LedgerState } from './ledger-state.js';
import type { MadeAndGone } from './ledger-totals.js';

/** The highest ids that were given, by what has ids of its own: a letter and a listing may have the same. */
export interface DocumentIds {
  letter: number;
  listing: number;
}

export interface LedgerBase extends Readonly<DocumentIds> {
  /** Number of the last entry that is not kept, 0 when all are. */
  readonly number: number;
  readonly tick: number;
  /** The highest id of a stack that entries up to it name; `letter` and `listing` are the highest of those. */
  readonly instance: number;
  /** The caller's own. */
  readonly state: LedgerState;
  readonly totals: ReadonlyMap<number, MadeAndGone>;
}

export function emptyBase(): LedgerBase {
  const nothing = { number: 0, tick: 0, instance: 0, letter: 0, listing: 0 };
  return { ...nothing, state: new LedgerState(), totals: new Map() };
}

/** Of one that an entry says came to be. */
export function noteDocumentId(ids: DocumentIds, facts: FactColumns, row: number): void {
  const id = facts.document[row]!;
  if (facts.kind[row] === FactKind.letterSent) ids.letter = Math.max(ids.letter, id);
  else if (facts.kind[row] === FactKind.listingOpened) ids.listing = Math.max(ids.listing, id);
}
