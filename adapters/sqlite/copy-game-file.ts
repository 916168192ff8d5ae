// A consistent copy of the game file while it is written to, by the connection that owns it: SQLite's backup API, some
// pages at a turn of the event loop. What this connection commits meanwhile goes into the copy too, whole, and what it
// commits after the last turn does not (sqlite.org/c3ref/backup_finish.html): the copy is the file at one moment, the end.
//
// Every other way fails here: other connections are locked out (VACUUM INTO from one: SQLITE_BUSY; a backup of one: zero
// pages and no error), reading the file past SQLite drops its lock, and VACUUM INTO on the owner's own stops all writes
// until it is done. Measured (62 MB, 2 cores and a disk that others used too): VACUUM INTO 280 to 545 ms at once, and more
// with more pages; here 99 of 100 turns below 2.2 ms, and a last one of 50 to 240 ms, because SQLite syncs the
// copy in it. So what was written before is synced beside it beforehand, by another thread, as far as that goes.

import { closeSync, fdatasync, openSync, rmSync } from 'node:fs';
import { GameFileError } from './schema/game-file-error.js';
import type { GameFile } from './schema/opened-file.js';

export interface CopyOptions {
  /** Pages a turn. */
  readonly pagesAtOnce?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told after each turn. */
  readonly onTurn?: (remainingPages: number) => void;
}

/** 256 KiB. */
const pagesAtOnce = 64;
/** 4 MiB: how much may wait to be synced. */
const pagesPerSync = 1024;

/** `path` must not exist; nothing is left there when it rejects. Needs the event loop of the thread that owns the file. */
export async function copyGameFile(file: GameFile, path: string, options: CopyOptions = {}): Promise<void> {
  const rate = options.pagesAtOnce ?? pagesAtOnce;
  // SQLite fills an empty file, which so has the mode that it should have.
  const handle = openSync(path, 'wx', 0o600);
  const beside = new SyncBeside(handle);
  try {
    const { totalPages } = await file.db.backup(path, {
      progress: ({ totalPages, remainingPages }) => {
        options.signal?.throwIfAborted();
        options.onTurn?.(remainingPages);
        const done = totalPages - remainingPages;
        if (done - beside.syncedPages >= pagesPerSync) beside.sync(done);
        const isNearlyDone = remainingPages <= rate;
        if (isNearlyDone) beside.sync(done);
        // The last turn waits until there is little left to sync in it; nothing is copied by turns of none.
        return isNearlyDone && beside.isBusy ? 0 : rate;
      },
    });
    if (totalPages === 0)
      throw new GameFileError('inaccessible', `${file.path} could not be copied: SQLite saw no page`);
    options.signal?.throwIfAborted();
  } catch (error) {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(path + ending, { force: true });
    throw error;
  } finally {
    await beside.idle();
    closeSync(handle);
  }
}

class SyncBeside {
  syncedPages = 0;
  #running: Promise<void> | undefined;
  #syncedAtEnd = -1;

  constructor(private readonly handle: number) {}

  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /** One at a time, and none twice for the same pages. A failure is SQLite's own to tell, in its last turn. */
  sync(donePages: number): void {
    if (this.isBusy || this.#syncedAtEnd === donePages) return;
    this.#syncedAtEnd = donePages;
    this.syncedPages = donePages;
    this.#running = new Promise<void>((resolve) => fdatasync(this.handle, () => resolve())).then(() => {
      this.#running = undefined;
    });
  }

  async idle(): Promise<void> {
    await this.#running;
  }
}
