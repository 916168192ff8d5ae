// The write-ahead log goes into the file by a checkpoint. Left to SQLite, the commit that made the log long enough pays for
// it; here it is done when nothing waits, and inside of appending only when the log has become too long.

import type { Database, Statement } from 'better-sqlite3';

/** Pages of 4 KiB in the log from which on it is worth a checkpoint when nothing waits: 1 MiB. */
const worthPages = 256;
/**
 * From which on appending does it: 2 MiB. Whoever waits for that window waits for the disk to take that many pages
 * (bench/RESULTS.md, journal).
 */
const longPages = 512;

interface Checkpoint {
  readonly log: number;
  readonly checkpointed: number;
}

export class WriteAheadLog {
  readonly #look: Statement<[], Checkpoint>;
  readonly #checkpoint: Statement<[], Checkpoint>;

  constructor(db: Database) {
    db.pragma('wal_autocheckpoint = 0');
    this.#look = db.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.#checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** After each window. */
  keepBounded(): void {
    if (this.#pages() > longPages) this.#checkpoint.get();
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
