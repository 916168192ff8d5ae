// What was acknowledged outlives a power cut only while every commit is synced. better-sqlite3 leaves a file in WAL mode at
// NORMAL from the first write on, whatever was asked for before, and a misspelt value lowers it without a word: so it is set
// after the file is in WAL mode, and read back after a write.

import type { Database } from 'better-sqlite3';
import { GameFileError } from './game-file-error.js';

export function setFullSync(db: Database): void {
  db.pragma('synchronous = FULL');
  // macOS needs its own call for it.
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
}

/** Writes, and throws a GameFileError when commits are not synced then. */
export function requireFullSync(db: Database, path: string): void {
  db.pragma(`user_version = ${String(db.pragma('user_version', { simple: true }))}`);
  for (const [name, wanted] of [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['fullfsync', 1],
    ['checkpoint_fullfsync', 1],
  ] as const) {
    const is = db.pragma(name, { simple: true });
    if (is !== wanted)
      throw new GameFileError(
        'unsafe',
        `${path} would lose what was acknowledged in a power cut: ${name} is ${String(is)}, not ${wanted}; this is a fault of the program`,
      );
  }
}
