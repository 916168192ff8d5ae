// Commands begun, in the game's SQLite file: beside the characters they may have changed.

import type { Statement } from 'better-sqlite3';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { CommandLedger, LedgerEntry } from '#ports/storage/command-ledger.js';
import type { Migration } from '../schema/migrate.js';
import type { GameFile } from '../schema/opened-file.js';

export const migration003: Migration = {
  name: "operators' commands",
  tables: { operator_commands: null },
  // Without an answer: it was begun, and the server ended before it was known to be done.
  sql: `
      CREATE TABLE operator_commands (
        id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        kind        TEXT    NOT NULL CHECK (length(kind) <= 32),
        answer      TEXT    CHECK (length(answer) <= 256),
        begun_at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX operator_commands_by_age ON operator_commands (begun_at_ms);
  `,
};

export class SqliteCommandLedger implements CommandLedger {
  readonly #find: Statement<[id: string], { answer: string | null }>;
  readonly #begin: Statement<[id: string, kind: string, nowUnixMs: number]>;
  readonly #conclude: Statement<[answer: string, id: string]>;
  readonly #forget: Statement<[beforeUnixMs: number]>;

  /** The file stays its opener's, who closes it. */
  constructor({ db }: Pick<GameFile, 'db'>) {
    this.#find = db.prepare('SELECT answer FROM operator_commands WHERE id = ?');
    this.#begin = db.prepare(
      'INSERT INTO operator_commands (id, kind, begun_at_ms) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
    );
    this.#conclude = db.prepare('UPDATE operator_commands SET answer = ? WHERE id = ? AND answer IS NULL');
    this.#forget = db.prepare('DELETE FROM operator_commands WHERE begun_at_ms < ?');
  }

  async find(id: string): Promise<LedgerEntry | undefined> {
    const row = this.#find.get(id);
    if (row === undefined) return undefined;
    return row.answer === null
      ? { state: 'begun' }
      : { state: 'answered', answer: JSON.parse(row.answer) as CommandAnswer };
  }

  async begin(id: string, kind: string, nowUnixMs: number): Promise<boolean> {
    return this.#begin.run(id, kind.slice(0, 32), Math.floor(nowUnixMs)).changes === 1;
  }

  async conclude(id: string, answer: CommandAnswer): Promise<void> {
    this.#conclude.run(JSON.stringify(answer), id);
  }

  async forget(beforeUnixMs: number): Promise<void> {
    this.#forget.run(Math.floor(beforeUnixMs));
  }
}
