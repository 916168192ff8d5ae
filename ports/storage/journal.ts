// The journal: durable facts in the order in which they happened, numbered from 1 without a gap, and who has what as they
// leave it. Calls are synchronous: each blocks its thread for what it says, so the journal belongs to a thread of its own.

import type { Named } from '#domain/ledger/entries/entry-in-words.js';
import type { DoneCommands } from '#domain/ledger/done-commands.js';
import type { LedgerBase } from '#domain/ledger/state/ledger-base.js';
import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type {
  FallenMember,
  GroundPlace,
  LearnedProfession,
  LedgerLetter,
  LedgerListing,
  LedgerQuest,
  LedgerStack,
  LedgerState,
} from '#domain/ledger/state/ledger-state.js';
import type { OwnedThings } from './ownership.js';

/**
 * - full: no room for it; to be tried again when there is
 * - locked: another program holds the file; to be tried again
 * - failed: the disk refused it otherwise; to be tried again
 * - invalid: what is to be appended is no whole facts, or does not continue the journal: a fault of the caller
 * - corrupt: what is stored is not what was stored; nothing is appended any more
 * - closed: the journal was closed
 */
export type JournalErrorCode = 'full' | 'locked' | 'failed' | 'invalid' | 'corrupt' | 'closed';

export class JournalError extends Error {
  override readonly name = 'JournalError';

  constructor(
    readonly code: JournalErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface JournalEnd {
  /** Number of the last entry, 0 when there is none. */
  readonly number: number;
  /** Its tick. */
  readonly tick: number;
  /** The highest id of a stack that any entry names; ids above it are free. */
  readonly instance: number;
  /** The same of letters and listings. */
  readonly document: number;
}

export interface GroundStack extends GroundPlace {
  readonly item: number;
  readonly count: number;
  readonly wear: number;
  readonly bound: number;
}

/** A letter with what it encloses. */
export interface KeptLetter extends LedgerLetter {
  /** '' where they are gone with who wrote them (domain/ledger/letter-words). */
  readonly words: string;
  readonly coins: number;
  /** Ascending by slot. */
  readonly stacks: readonly LedgerStack[];
}

/** A listing with its stack; undefined where the entries stored so far have not put it there. */
export interface KeptListing extends LedgerListing {
  readonly stack: LedgerStack | undefined;
}

/** How much there is of an item, everybody's, on the ground and under way. */
export interface KeptItem {
  readonly item: number;
  readonly stacks: number;
  readonly units: number;
}

/** Tables of amounts that somebody has. */
export const amountTables = ['stacks', 'purses', 'experience', 'professions'] as const;
export type AmountTable = (typeof amountTables)[number];

/** Where an amount stands in its table, in the order of owners, 0 for the ground; then of stacks, kinds of purses, professions. */
export interface AmountKey {
  readonly owner: number;
  /** A stack's id, a PurseKind, a Profession; 0 of experience. */
  readonly at: number;
}

export interface OwnedAmount extends AmountKey {
  /** What there is: an item id, or coinsKey, experienceKey, skillKey (domain/ledger/state/ledger-totals). */
  readonly of: number;
  /** A HolderKind, of stacks; else 0. */
  readonly holder: number;
  /** More than 0. */
  readonly units: number;
}

export interface AmountPiece {
  /** In no order. */
  readonly amounts: readonly OwnedAmount[];
  /** All up to there are among them; undefined when nothing is behind. */
  readonly through: AmountKey | undefined;
}

/** Whose history is asked for. */
export type HistorySubject = Named;

/** Of a piece of the journal. */
export interface NamingEntries {
  /** Numbers of entries, the newest first. */
  readonly numbers: readonly number[];
  /** The first entry of the piece. */
  readonly from: number;
  /** Whether nothing older is kept. */
  readonly isOldest: boolean;
}

/** Every method but `close` throws a JournalError with code 'closed' after `close`. */
export interface Journal {
  /** What is stored ends here. */
  readonly end: JournalEnd;
  /**
   * Stores whole encoded facts (fact-codec.ts), of which the first gets the number `first`, and what they change, all or
   * nothing; returns the number of the last. When it returns, they survive the death of the process and of the machine's
   * power. When it throws, nothing of them is stored, and with code full, locked or failed the same call may be tried again.
   * `first` is `end.number + 1`. The bytes stay the caller's. `besides` is called before that is so, and what it writes into
   * the same store is stored with them or not at all.
   */
  append(first: number, facts: Uint8Array, besides?: () => void): number;
  /**
   * A piece of what the store has to do besides, for when nothing waits to be appended; true when more is to be done: its
   * log is tidied, and the oldest entries beyond those that it is to keep become a part of the base. Never called, its log
   * is tidied inside of appending, when that can wait no longer, and all entries are kept.
   */
  tend(): boolean;
  /** Stacks of a holder that has an owner, by HolderKind, ascending by slot. */
  stacksIn(holder: number, owner: number): LedgerStack[];
  /** All that lies on the ground and where, ascending by instance. */
  onGround(): GroundStack[];
  /** All letters that somebody has, ascending by id. */
  letters(): KeptLetter[];
  /** All that is on the market, the same. */
  listings(): KeptListing[];
  /** Of every item that there is, ascending by item. Looks at every stack. */
  keptItems(): KeptItem[];
  /** Members of spawn groups that were ever killed, the last time; ascending by map, group and member. */
  fallen(): FallenMember[];
  /** Coins in a purse, by PurseKind. */
  coinsIn(purse: number, owner: number): number;
  /** All experience of a character; its level follows by the content's curve. */
  experienceOf(character: number): number;
  /** What a character has learned in professions, ascending; those in which it has learned nothing are left out. */
  professionsOf(character: number): LearnedProfession[];
  /** Which keys of a character were done, of the newest 64. */
  commandsOf(character: number): DoneCommands;
  /** What a character has to do with quests, ascending by quest. */
  questsOf(character: number): LedgerQuest[];
  /** What the oldest entry that is kept continues. Large. */
  base(): LedgerBase;
  /** Of it, what a character had. */
  baseOf(character: number): OwnedThings;
  /** Its totals alone, and its last entry. */
  baseTotals(): Pick<LedgerBase, 'number' | 'totals'>;
  /**
   * What is there behind `after`, undefined for the beginning, as of the last window: some thousand amounts, so that it takes some
   * milliseconds.
   */
  amounts(table: AmountTable, after: AmountKey | undefined): AmountPiece;
  /**
   * Visits entries from the number `from` on, or from the oldest one that is kept, in order, until the visitor answers false: `facts` holds the entry in `row`
   * during the call. What a letter says is in its entry as long as somebody has the letter and the words are somebody's
   * (domain/ledger/letter-words); afterwards nothing is left of them, and something that says nothing stands there.
   * Throws with code 'corrupt' where the stored bytes are not those that were appended.
   */
  entries(from: number, visit: (facts: FactRows, row: number, number: number) => boolean | void): void;
  /**
   * Which entries before the number `before` are about a stack, or by or with a character, in a piece of the journal that takes
   * some milliseconds. Older ones are asked for with `from` as `before`. Throws with code 'corrupt' as `entries` does.
   */
  naming(subject: HistorySubject, before: number): NamingEntries;
  /** When an entry was stored, in seconds since 1970 by the clock of then; undefined where that is not known. */
  storedAt(entry: number): number | undefined;
  /** All tables, as they are stored: for proofs. Large. */
  tables(): LedgerState;
  /** Whatever was appended stays. Closing twice is harmless. */
  close(): void;
}
