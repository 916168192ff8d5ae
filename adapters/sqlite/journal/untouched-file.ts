// A game file to be read by itself: nothing in it or beside it changes, and neither it nor its folder has to be writable.
// SQLite cannot read a file in WAL mode so, for it keeps its index of the log beside it (sqlite.org/wal.html, "Read-Only
// Databases"); so such a file is copied, with its log, and the copy is read. A file in another mode is read as it is.

import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { faultAsFile } from '#ports/storage/files/regular-file.js';
import { GameFileError, gameFileErrorFrom } from '../schema/game-file-error.js';

export interface UntouchedFile {
  /** What is to be opened for reading. */
  readonly path: string;
  /** Removes what was made. May be called while the file is open, where the system allows it, and again. */
  release(): void;
}

/** Where a file's header says that it is in WAL mode (sqlite.org/fileformat.html, 1.3.3). */
const readVersionAt = 19;
const walVersion = 2;

/** Throws a GameFileError. */
export function untouchedFile(path: string): UntouchedFile {
  requireFiles(path);
  try {
    if (!isInWalMode(path)) return { path, release: () => undefined };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'is not there' : `cannot be read: ${message}`;
    throw new GameFileError('inaccessible', `${path} ${reason}`, { cause: error });
  }
  requireUnused(path);
  return copied(path);
}

/**
 * Rejects with a GameFileError 'in-use' when a server has the file, and does not let go of it in time; what else may be
 * wrong with it is told when it is opened. Not while a store of this process is open: closing the file drops its lock.
 */
export async function requireUnusedGameFile(path: string, patienceMs: number): Promise<void> {
  for (const deadlineMs = Date.now() + patienceMs; ; await sleep(100)) {
    try {
      requireUnused(path);
      return;
    } catch (error) {
      const isInUse = error instanceof GameFileError && error.code === 'in-use';
      if (!isInUse) return;
      if (Date.now() >= deadlineMs) throw error;
    }
  }
}

/** The file and what lies beside it: neither is opened before. */
function requireFiles(path: string): void {
  for (const each of ['', '-wal', '-shm', '-journal'].map((end) => `${path}${end}`)) {
    const found = statSync(each, { throwIfNoEntry: false });
    const fault = found && faultAsFile(found);
    if (fault !== undefined)
      throw new GameFileError('inaccessible', `${each} ${fault}, where a game file is expected`);
  }
}

function isInWalMode(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(readVersionAt + 1);
    return (
      readSync(file, header, 0, header.length, 0) === header.length && header[readVersionAt] === walVersion
    );
  } finally {
    closeSync(file);
  }
}

/**
 * A server holds the file's lock. To ask for it leaves SQLite's index beside a log that a killed server left, where the folder
 * can be written: it goes again before the lock does, so that it is never that of somebody else.
 */
function requireUnused(path: string): void {
  // A server that runs has a log; without one, nobody has the file open.
  if (!existsSync(`${path}-wal`)) return;
  const index = `${path}-shm`;
  const hadIndex = existsSync(index);
  const db = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    db.pragma('user_version');
    if (!hadIndex) rmSync(index, { force: true });
  } catch (thrown) {
    const error = gameFileErrorFrom(thrown, path);
    // Of a folder that cannot be written SQLite says that the index cannot be made; it had the lock by then.
    if (error instanceof GameFileError && error.code === 'inaccessible') return;
    throw error;
  } finally {
    db.close();
  }
}

function copied(path: string): UntouchedFile {
  const before = stateOf(path);
  let folder: string | undefined;
  const release = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  };
  try {
    folder = mkdtempSync(join(tmpdir(), 'tos-ledger-'));
    const copy = join(folder, 'game.sqlite');
    for (const end of ['', '-wal'])
      if (existsSync(`${path}${end}`))
        copyFileSync(`${path}${end}`, `${copy}${end}`, constants.COPYFILE_FICLONE);
    if (stateOf(path) !== before)
      throw new GameFileError('in-use', `${path} was written to while it was read; stop the server first`);
    return { path: copy, release };
  } catch (error) {
    release();
    if (error instanceof GameFileError) throw error;
    const reason = (error as Error).message;
    throw new GameFileError(
      'inaccessible',
      `${path} cannot be copied into ${tmpdir()}, where it is to be read (TMPDIR names another folder): ${reason}`,
      { cause: error },
    );
  }
}

function stateOf(path: string): string {
  return ['', '-wal']
    .map((end) => statSync(`${path}${end}`, { throwIfNoEntry: false, bigint: true }))
    .map((stat) => (stat === undefined ? 'none' : `${stat.size} ${stat.mtimeNs}`))
    .join(', ');
}
