// The journal of a file that no server has open, for reading only: what the ledger's commands look at. Nothing in it or beside it
// changes.

import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { LedgerBase } from '#domain/ledger/state/ledger-base.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { nameKey } from '#ports/names/name-key.js';
import type { Journal, JournalEnd } from '#ports/storage/journal.js';
import { migrations } from '../generated/migration-list.js';
import { GameFileError, gameFileErrorFrom } from '../schema/game-file-error.js';
import { requireMigratable } from '../schema/migrate.js';
import { eachEntry, JournalWindows, torn } from './journal-windows.js';
import { DoubledStacks } from './doubled-stacks.js';
import { LedgerTables } from './ledger-tables.js';
import { LetterWords } from './letter-words.js';
import { OldEntries } from './old-entries.js';
import { untouchedFile, type UntouchedFile } from './untouched-file.js';

export class StoredLedger {
  readonly #file: UntouchedFile;
  readonly #db: Database;
  readonly #windows: JournalWindows;
  readonly #tables: LedgerTables;
  readonly #words: LetterWords;
  readonly #old: OldEntries;

  /** Throws a GameFileError, as every method does where SQLite finds damage; a JournalError where it is in the entries. */
  constructor(private readonly path: string) {
    this.#file = untouchedFile(path);
    let db: Database | undefined;
    try {
      db = new SqliteDatabase(this.#file.path, { readonly: true, fileMustExist: true, timeout: 0 });
      requireMigratable(db, path, migrations);
      const version = db.pragma('user_version', { simple: true }) as number;
      if (version < migrations.length)
        throw new GameFileError(
          'inaccessible',
          `${path} is of an older program and has no journal, or one of another shape: start the server on it once`,
        );
      this.#windows = new JournalWindows(db);
      this.#tables = new LedgerTables(db);
      this.#words = new LetterWords(db);
      this.#old = new OldEntries(db, this.#windows);
      this.#db = db;
    } catch (thrown) {
      db?.close();
      this.#file.release();
      throw gameFileErrorFrom(thrown, path);
    }
  }

  /** As of a Journal. */
  entries(...[from, visit]: Parameters<Journal['entries']>): void {
    this.#guarded(() => eachEntry(this.#windows, from, visit, this.#words));
  }

  get end(): JournalEnd {
    const last = this.#guarded(() => this.#windows.last());
    if (last === undefined) return { number: 0, tick: 0, instance: 0, document: 0 };
    return { number: last.last, tick: last.lastTick, instance: last.instance, document: last.document };
  }

  /** The last entry that was stored by then; undefined when all that are kept came later. */
  storedBy(unixSeconds: number): number | undefined {
    return this.#guarded(() => this.#windows.storedBy(unixSeconds));
  }

  base(): LedgerBase {
    return this.#guarded(() => {
      const base = this.#old.base();
      this.#old.requireNoneDoubled();
      this.#words.unseal(base.state);
      return base;
    });
  }

  /** With what they are still to be told (following-tables.ts). */
  tables(): LedgerState {
    return this.#guarded(() => this.#followedTables());
  }

  #followedTables(): LedgerState {
    const tables = this.#tables.all();
    const followed = this.#db.prepare<[], number>('SELECT followed FROM journal_state').pluck().get()!;
    const rows = new FactRows(1);
    const doubled = new DoubledStacks(this.#tables);
    for (const window of this.#windows.from(followed + 1)) {
      const span = readWindow(window.entries, rows, () => {
        doubled.apply(rows, 0);
        tables.apply(rows, 0);
      });
      if (span?.count !== window.last - window.first + 1) throw torn(window, 'they are no whole facts');
    }
    doubled.requireNone();
    this.#words.unseal(tables);
    return tables;
  }

  /** When an entry was stored, by the clock of then, in seconds since 1970; undefined for one that is not kept. */
  storedAt(entry: number): number | undefined {
    return this.#guarded(() => this.#windows.storedAt(entry));
  }

  /** When a character was made, by the clock of then, in ms since 1970; undefined when there is none with this id. */
  madeAtUnixMs(character: number): number | undefined {
    const made = this.#db.prepare<[number], number>('SELECT created_at_ms FROM characters WHERE id = ?');
    return this.#guarded(() => made.pluck().get(character));
  }

  /** Ids of all characters by name. */
  charactersByName(): Map<string, number> {
    const rows = this.#guarded(() =>
      this.#db.prepare<[], { id: number; name: string }>('SELECT id, name FROM characters').all(),
    );
    return new Map(rows.map(({ id, name }) => [name, id]));
  }

  /** Its id, whatever the letter case of the name. */
  characterNamed(name: string): number | undefined {
    const find = this.#db.prepare<[string], number>('SELECT id FROM characters WHERE name_key = ?');
    return this.#guarded(() => find.pluck().get(nameKey(name)));
  }

  close(): void {
    this.#db.close();
    this.#file.release();
  }

  #guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (thrown) {
      throw gameFileErrorFrom(thrown, this.path);
    }
  }
}
