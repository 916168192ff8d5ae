// What a game server keeps of its economy: sums by hour and day, and from its beginning, of all that the journal's entries
// created, destroyed and moved. Kept up behind the journal (application/economy), as of an entry of it. Calls are synchronous, as
// the journal's are, and belong to its thread.

import type { MadeAndGone } from '#domain/ledger/state/ledger-totals.js';

/** Of one verb and one thing. */
export interface EconomyFlow extends MadeAndGone {
  readonly verb: number;
  /** An item id, or coinsKey, experienceKey, skillKey (domain/ledger/state/ledger-totals), or `allItemsKey`. */
  readonly of: number;
  /** Units that changed their place: what a verb took from one and put into another. */
  moved: number;
}

/** Units of all items together. */
export const allItemsKey = -4;

/** Sums of an hour or a day. */
export interface DatedFlow extends EconomyFlow {
  /** Hours or days since 1970, by the server's clock of then. */
  readonly time: number;
}

/** That a verb created or destroyed what it must not. */
export interface EconomyBreach {
  /** The last entry of the tick in which it did. */
  readonly entry: number;
  readonly tick: number;
  /** When that was stored, in seconds since 1970; null where that is not known. */
  readonly storedUnix: number | null;
  readonly verb: number;
  readonly of: number;
  /** More than 0: created. */
  readonly sum: number;
}

/** As of the end of a tick. */
export interface EconomyState {
  /** The last entry that is in the sums. */
  readonly end: number;
  /** From the beginning of the journal, by `of`. */
  readonly totals: ReadonlyMap<number, MadeAndGone>;
  /** All there ever were, of which the newest `breachesKept` are kept. */
  readonly breaches: number;
  /** Rows that became a part of their day's, and days that were let go of, both counted from the beginning. */
  readonly rolledUp: number;
  readonly dropped: number;
}

export interface EconomyChange {
  readonly end: number;
  /** Those that changed, as they are now. */
  readonly totals: ReadonlyMap<number, MadeAndGone>;
  /** What is to be added to hours. */
  readonly hours: readonly DatedFlow[];
  readonly breaches: readonly EconomyBreach[];
}

export const breachesKept = 100;

/** How long sums are kept; what is older is added to its day's, and then let go of. */
export interface EconomyKept {
  /** The first hour and the first day that are kept, since 1970. */
  readonly hoursFrom: number;
  readonly daysFrom: number;
}

export type EconomyPeriod = 'hours' | 'days';

export interface EconomyStore {
  /** Undefined when nothing was ever begun. */
  state(): EconomyState | undefined;
  /** Goes on from these totals as of `end`, in place of its own; hours and days stay as they are. */
  begin(end: number, totals: ReadonlyMap<number, MadeAndGone>): void;
  /** All or nothing, after `begin`. */
  add(change: EconomyChange): void;
  /** A piece of what became too old; true when more is to be done. */
  letGo(kept: EconomyKept): boolean;
  /** Of one `of`, ascending by time and verb; days have all of them, with the hours that are not a part of a day's yet. */
  flows(period: EconomyPeriod, of: number, from: number, to: number): DatedFlow[];
  /** The first hour (day) of which anything is kept. */
  first(period: EconomyPeriod): number | undefined;
  /** Newest first, at most `breachesKept`. */
  breaches(): EconomyBreach[];
}
