// A copy of the game file as it was before a newer program changes its shape: `game.sqlite.version-1` beside it. Made by
// the connection that owns the file, since it is locked for every other; opened and checked before it counts.

import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { GameFileError } from './game-file-error.js';

export function copyPath(path: string, version: number): string {
  return `${path}.version-${version}`;
}

/** Throws a GameFileError, or what SQLite says; nothing was changed then. */
export function copyBeforeMigration(db: Database, path: string): string {
  const version = db.pragma('user_version', { simple: true }) as number;
  const copy = copyPath(path, version);
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { force: true });
  // SQLite fills an empty file, which so has the mode that it should have.
  closeSync(openSync(unfinished, 'wx', 0o600));
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    requireEqual(db, unfinished);
    renameSync(unfinished, copy);
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    throw thrown;
  }
  return copy;
}

function requireEqual(db: Database, path: string): void {
  const copy = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    const finding = copy.pragma('integrity_check(1)', { simple: true });
    const equal =
      finding === 'ok' &&
      ['application_id', 'user_version'].every((name) => same(db, copy, name)) &&
      counts(db, copy);
    if (!equal)
      throw new GameFileError('corrupt', `the copy ${path} is not what was copied (${String(finding)})`);
  } finally {
    copy.close();
  }
}

function same(db: Database, copy: Database, pragma: string): boolean {
  return db.pragma(pragma, { simple: true }) === copy.pragma(pragma, { simple: true });
}

function counts(db: Database, copy: Database): boolean {
  const count = "SELECT (SELECT count(*) FROM characters) || ' ' || (SELECT count(*) FROM sqlite_schema)";
  return db.prepare(count).pluck().get() === copy.prepare(count).pluck().get();
}
