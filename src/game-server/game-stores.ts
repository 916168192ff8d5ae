// Who plays each store of the game file: in memory, for tests and the simulator, and on SQLite, in the journal's thread. The
// only list of them: what other threads may ask, the calls by which they do, and the runs of the contract suites follow.

import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryCommandLedger } from '#adapters/memory/storage/command-ledger.js';
import { MemoryErasureBook } from '#adapters/memory/storage/erasure-book.js';
import { MemoryReportBook } from '#adapters/memory/storage/report-book.js';
import { MemorySanctionBook } from '#adapters/memory/storage/sanction-book.js';
import { SqliteCharacterRecords } from '#adapters/sqlite/sqlite-character-records.js';
import { SqliteCommandLedger } from '#adapters/sqlite/stores/sqlite-command-ledger.js';
import { SqliteDirectoryOutbox } from '#adapters/sqlite/stores/sqlite-directory-outbox.js';
import { SqliteErasureBook } from '#adapters/sqlite/stores/sqlite-erasure-book.js';
import { SqliteReportBook } from '#adapters/sqlite/stores/sqlite-report-book.js';
import { SqliteSanctionBook } from '#adapters/sqlite/stores/sqlite-sanction-book.js';
import type { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import type { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import type { AskedAfar } from '#adapters/threads/journal/calls.js';
import type { GameStores } from '#ports/storage/game-stores.js';
import type { Journal } from '#ports/storage/journal.js';

/** What is there before the others. */
interface InMemory {
  readonly characters: MemoryCharacterStore;
  readonly journal: Journal;
}

interface InFile {
  readonly characters: SqliteCharacterStore;
  readonly journal: SqliteJournal;
}

/** Without what has no twin in memory: see ports/storage/characters/character-records. */
export type MemoryGameStores = Omit<GameStores, 'records'>;

type MakeStore<From, Name extends keyof GameStores> = (from: From) => AskedAfar<GameStores[Name]>;

/** One whose port these imports reach does not compile without an entry; of a new one test/architecture/game-stores says so. */
const gameStores: {
  readonly [Name in keyof GameStores]: readonly [
    memory: Name extends keyof MemoryGameStores ? MakeStore<InMemory, Name> : undefined,
    sqlite: MakeStore<InFile & { readonly file: GameFile }, Name>,
  ];
} = {
  characters: [({ characters }) => characters, ({ characters }) => characters],
  commands: [() => new MemoryCommandLedger(), ({ file }) => new SqliteCommandLedger(file)],
  records: [undefined, ({ file, journal }) => new SqliteCharacterRecords(file, journal)],
  outbox: [({ characters }) => characters.outbox, ({ file }) => new SqliteDirectoryOutbox(file)],
  erasures: [
    ({ characters, journal }) => new MemoryErasureBook(characters, journal),
    ({ file, journal }) => new SqliteErasureBook(file, journal),
  ],
  reports: [() => new MemoryReportBook(), ({ file }) => new SqliteReportBook(file)],
  sanctions: [() => new MemorySanctionBook(), ({ file }) => new SqliteSanctionBook(file)],
};

export const gameStoreNames = Object.keys(gameStores) as readonly (keyof GameStores)[];

export function memoryGameStores(from: InMemory): MemoryGameStores {
  return allOf(([make]) => make?.(from)) as MemoryGameStores;
}

export function sqliteGameStores(from: InFile): GameStores {
  const all = { ...from, file: from.characters.file };
  return allOf(([, make]) => make(all)) as GameStores;
}

function allOf(make: (entry: (typeof gameStores)[keyof GameStores]) => unknown): unknown {
  return Object.fromEntries(gameStoreNames.map((name) => [name, make(gameStores[name])]));
}
