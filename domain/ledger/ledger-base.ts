// Where the entries that a journal still keeps begin. Older ones are let go of, and their outcome is kept instead: what
// everybody had after the last of them, and all that had been created and destroyed by then.

import { LedgerState } from './ledger-state.js';
import type { MadeAndGone } from './ledger-totals.js';

export interface LedgerBase {
  /** Number of the last entry that is not kept, 0 when all are. */
  readonly number: number;
  readonly tick: number;
  /** The highest ids that entries up to it name: of stacks, and of letters and listings. */
  readonly instance: number;
  readonly document: number;
  /** The caller's own. */
  readonly state: LedgerState;
  readonly totals: ReadonlyMap<number, MadeAndGone>;
}

export function emptyBase(): LedgerBase {
  const nothing = { number: 0, tick: 0, instance: 0, document: 0 };
  return { ...nothing, state: new LedgerState(), totals: new Map() };
}
