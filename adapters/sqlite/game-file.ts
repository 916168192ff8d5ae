// The game's SQLite file: opened by one process at a time, migrated, checked after an unclean stop, closed clean.
//
// Ownership is SQLite's own exclusive lock on the file (locking_mode EXCLUSIVE with WAL: sqlite.org/wal.html#noshm).
// The system releases it with the process, so a killed server leaves nothing stale. On POSIX systems any other handle
// of this process on the file would drop the lock when closed: nothing here opens the file past SQLite.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import SqliteDatabase, { type Database } from 'better-sqlite3';

import type { FolderPart } from '#ports/storage/files/folder-part.js';

import { copyBeforeMigration } from './schema/copy-before-migration.js';
import { damaged, GameFileError, gameFileErrorFrom } from './schema/game-file-error.js';
import { requireFullSync, setFullSync } from './schema/full-sync.js';
import { markGameFile, requireOwnFolder } from './game-file-folder.js';
import { migrations } from './generated/migration-list.js';
import { migrate, requireMigratable, type Migration } from './schema/migrate.js';
import type { GameFile } from './schema/opened-file.js';

/** A larger file is looked through only after an unclean stop: a check reads all of it, about 2 s for each GiB. */
const checkedBytesMax = 2 ** 30;

export interface GameFileOptions {
  /** How long to wait for another process to let go of the file, which a restart may need. Default 2000. */
  readonly waitMs?: number;
  /** Default: those of this program. */
  readonly migrations?: readonly Migration[];
  /** The data folder's word on the file: a lost one is refused instead of made anew. */
  readonly part?: FolderPart | undefined;
}

/** Rejects with a GameFileError, or a FolderPartError. The folder is made if need be, the file readable by its owner alone. */
export async function openGameFile(path: string, options: GameFileOptions = {}): Promise<GameFile> {
  const absolute = resolve(path);
  const known = options.migrations ?? migrations;
  const deadlineMs = performance.now() + (options.waitMs ?? 2000);
  for (;;) {
    try {
      return openOnce(absolute, known, options.part);
    } catch (thrown) {
      const error = gameFileErrorFrom(thrown, absolute);
      const inUse = error instanceof GameFileError && error.code === 'in-use';
      if (!inUse || performance.now() >= deadlineMs) throw error;
    }
    // Two first starts at once hold each other up until one gives way; unequal pauses let one of them through.
    await sleep(20 + Math.random() * 80);
  }
}

/** Moves the journal into the file and lets go of it. */
export function closeGameFile(file: GameFile): void {
  if (!file.db.open) return;
  try {
    file.db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    // On a full disk the journal stays: nothing in it is lost, and the next start takes it in.
    file.db.close();
  }
}

function openOnce(path: string, known: readonly Migration[], part: FolderPart | undefined): GameFile {
  if (!existsSync(path)) part?.judge(path, { kind: 'absent' });
  else if (sizeOf(path) === 0) part?.judge(path, { kind: 'empty' });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Created here only for its mode, and never when it exists: see above on handles.
  if (!existsSync(path)) writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  const recovered = sizeOf(`${path}-wal`) > 0;
  const db = new SqliteDatabase(path, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    requireMigratable(db, path, known);
    if (part !== undefined) requireOwnFolder(db, path, part);
    setUp(db);
    if (recovered || sizeOf(path) <= checkedBytesMax) requireSound(db, path);
    const version = db.pragma('user_version', { simple: true }) as number;
    const keptAs = version > 0 && version < known.length ? copyBeforeMigration(db, path) : undefined;
    const migrated = migrate(db, known);
    if (part !== undefined) markGameFile(db, part);
    requireFullSync(db, path);
    return { db, path, migrated, recovered, keptAs };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function setUp(db: Database): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal')
    throw new GameFileError('inaccessible', `the file system allows no WAL, only ${String(mode)}`);
  setFullSync(db);
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  // What is deleted, names and words above all, is overwritten.
  db.pragma('secure_delete = ON');
  // The journal shrinks back to this after a checkpoint.
  db.pragma(`journal_size_limit = ${16 * 1024 * 1024}`);
}

function requireSound(db: Database, path: string): void {
  const finding = db.pragma('quick_check(1)', { simple: true });
  if (finding !== 'ok') throw new GameFileError('corrupt', damaged(path, String(finding)));
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
