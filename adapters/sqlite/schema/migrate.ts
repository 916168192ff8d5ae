// The shapes that the game's file has had lie in migrations/, a file each, oldest first; a file's user_version is the number
// of those applied. A migration that was released never changes again: the next change is a new file. For a number that
// is declared for characters `npm run codegen` proposes it.

import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

import { copyPath } from './copy-before-migration.js';
import { GameFileError } from './game-file-error.js';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /**
   * Of a store's own tables, by name: which of their rows are a character's, `?` being its id, or null for one with nothing
   * of a person. Those of migrations/ stand in sqlite-character-records.
   */
  readonly tables?: Readonly<Record<string, RowsOfCharacter | null>>;
}

/** The rows' condition; all of a row is the character's, unless `columns` says which of it. */
export type RowsOfCharacter = string | { readonly rows: string; readonly columns: string };

/** 'TOSg' in the file's header says whose file it is. */
export const applicationId = 0x544f5367;

/** Refuses a file that is another application's, or newer than `known`; changes nothing. */
export function requireMigratable(db: Database, path: string, known: readonly Migration[]): void {
  const owner = numberOf(db, 'application_id');
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (owner !== applicationId && (owner !== 0 || tables > 0)) {
    throw new GameFileError('not-a-game-file', `${path} is another application's SQLite file; move it away`);
  }
  const version = numberOf(db, 'user_version');
  if (version > known.length) {
    throw new GameFileError(
      'newer-version',
      `${path} has version ${version}, and this program knows versions up to ${known.length}: start the newer program; ` +
        `or, to lose what was played since the upgrade, ${wayBack(path, known.length)}`,
    );
  }
}

/** What the upgrade left beside the file, unless it was moved away, or this is a copy of the file alone. */
function wayBack(path: string, newestKnown: number): string {
  for (let version = newestKnown; version > 0; version--) {
    const before = copyPath(path, version);
    if (existsSync(before)) return `put ${before}, which the upgrade left there, in its place`;
  }
  return `restore a backup from before it: the copy that an upgrade leaves, ${copyPath(path, newestKnown)}, is not there`;
}

/** Brings the file to the newest of `known`, each step whole or not at all. Returns the names of those applied. */
export function migrate(db: Database, known: readonly Migration[]): string[] {
  const applied: string[] = [];
  for (let version = numberOf(db, 'user_version'); version < known.length; version += 1) {
    const { name, sql } = known[version]!;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
    applied.push(name);
  }
  return applied;
}

function numberOf(db: Database, pragma: string): number {
  return db.pragma(pragma, { simple: true }) as number;
}
