// The write-ahead log goes into the file by a checkpoint. Left to SQLite, the commit that made the log long enough pays for
// it; here it is done when nothing waits, and inside of appending only when the log has become too long.

import type { Database, Statement } from 'better-sqlite3';

/** Pages of 4 KiB in the log from which on it is worth a checkpoint: 16 MiB. Then appending does it, too (bench/RESULTS.md). */
const worthPages = 4096;
/** Windows between two looks at the log's length, each of which costs a statement. */
const windowsBetweenLooks = 8;

interface Checkpoint {
  readonly log: number;
  readonly checkpointed: number;
}

export class WriteAheadLog {
  readonly #look: Statement<[], Checkpoint>;
  readonly #checkpoint: Statement<[], Checkpoint>;
  #windows = 0;

  constructor(db: Database) {
    db.pragma('wal_autocheckpoint = 0');
    this.#look = db.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.#checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** After each window. */
  keepBounded(): void {
    if (++this.#windows % windowsBetweenLooks !== 0) return;
    if (this.#pages() > worthPages) this.#checkpoint.get();
  }

  /** True when there is more to do. */
  tend(): boolean {
    if (this.#pages() < worthPages) return false;
    this.#checkpoint.get();
    return false;
  }

  /** Pages that are only in the log. */
  #pages(): number {
    const { log, checkpointed } = this.#look.get()!;
    return log - checkpointed;
  }
}
