// Sanctions in the game's SQLite file.

import type { Database } from 'better-sqlite3';
import type { KeptSanction, SanctionBook, SanctionChanges } from '#ports/storage/sanction-book.js';
import type { Migration } from '../schema/migrate.js';
import type { GameFile } from '../schema/opened-file.js';

export const migration014: Migration = {
  name: 'sanctions',
  tables: { sanctions: 'character = ?', sanctions_told: null },
  // until_s is in seconds since 1970, 0 for good. The mark is the admin API's name for its state when it told this last.
  sql: `
      CREATE TABLE sanctions (
        id         TEXT PRIMARY KEY,
        measure    TEXT NOT NULL,
        character  INTEGER NOT NULL,
        name       TEXT NOT NULL,
        account_id TEXT NOT NULL,
        message    TEXT NOT NULL,
        until_s    INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sanctions_by_character ON sanctions (character);
      CREATE TABLE sanctions_told (
        one  INTEGER PRIMARY KEY CHECK (one = 1),
        mark TEXT NOT NULL
      ) STRICT;
  `,
};

export class SqliteSanctionBook implements SanctionBook {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  /** The file stays its opener's, who closes it. */
  constructor({ db }: Pick<GameFile, 'db'>) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  async read(nowSeconds: number): Promise<readonly KeptSanction[]> {
    return this.#statements.all.all(Math.floor(nowSeconds));
  }

  async mark(): Promise<string | null> {
    return this.#statements.mark.get()?.mark ?? null;
  }

  async change({ kept, over, isWhole, mark }: SanctionChanges, nowSeconds: number): Promise<void> {
    const { clear, forgetEnded, remove, keep, setMark, clearMark } = this.#statements;
    this.#db
      .transaction(() => {
        if (isWhole === true) clear.run();
        else forgetEnded.run(Math.floor(nowSeconds));
        for (const id of over) remove.run(id);
        for (const sanction of kept) keep.run(sanction);
        if (mark === null) clearMark.run();
        else if (mark !== undefined) setMark.run(mark);
      })
      .immediate();
  }
}

function prepare(db: Database) {
  return {
    all: db.prepare<[number], KeptSanction>(`
      SELECT id AS sanctionId, measure, character AS characterId, name, account_id AS accountId, message,
        until_s AS untilSeconds
      FROM sanctions WHERE until_s = 0 OR until_s > ? ORDER BY rowid`),
    mark: db.prepare<[], { mark: string }>('SELECT mark FROM sanctions_told'),
    clear: db.prepare('DELETE FROM sanctions'),
    forgetEnded: db.prepare<[number]>('DELETE FROM sanctions WHERE until_s <> 0 AND until_s <= ?'),
    remove: db.prepare<[string]>('DELETE FROM sanctions WHERE id = ?'),
    keep: db.prepare<[KeptSanction]>(`
      INSERT OR REPLACE INTO sanctions (id, measure, character, name, account_id, message, until_s)
      VALUES (@sanctionId, @measure, @characterId, @name, @accountId, @message, @untilSeconds)`),
    setMark: db.prepare<[string]>('INSERT OR REPLACE INTO sanctions_told (one, mark) VALUES (1, ?)'),
    clearMark: db.prepare('DELETE FROM sanctions_told'),
  };
}
