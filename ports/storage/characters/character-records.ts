// All that is stored of one character, as it is stored: for whoever has a right to see what is kept of a person.
//
// It has one adapter. What it tells are the rows of the game file's tables as they are, and whether a table was forgotten is a
// question to that file's own list of tables (test/adapters/sqlite/character-records): an adapter in memory would have to make up
// tables, which nothing could hold to the true ones. Who uses it (export-document) is tested on a file, which takes milliseconds.

import type { EntryInWords } from '#domain/ledger/entries/entry-in-words.js';

/** One row of a table, its fields as the table names them. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** An entry of the journal in which the character had a part. */
export type CharacterEntry = EntryInWords;

export interface RecordsOfCharacter {
  /** By table; only tables with rows of the character. */
  readonly tables: Readonly<Record<string, readonly StoredRow[]>>;
  /** Newest first. */
  readonly entries: readonly CharacterEntry[];
  /** False where there may be older entries than were looked at or taken. */
  readonly isComplete: boolean;
}

export interface RecordsQuery {
  readonly characterId: number;
  /** Of which it must be, whatever its case: an id may have been another's before a game file was put back to an earlier time. */
  readonly name: string;
  readonly entriesMax: number;
  /** How many of the newest entries of the journal are looked at. */
  readonly lookMax: number;
}

export interface CharacterRecords {
  /** Undefined when there is no such character. Works in pieces, between which others have their turn. */
  of(query: RecordsQuery): Promise<RecordsOfCharacter | undefined>;
}

declare module '../game-stores.js' {
  interface GameStores {
    readonly records: CharacterRecords;
  }
}
