// Whether a file is a whole game file, by SQLite's own full check. Made for copies that nobody else has open: it takes
// the file out of WAL mode, so that it is one file that can be read anywhere, also where nothing can be written.
// It blocks for the whole file (some 2 ms a MB): for a thread of its own.

import SqliteDatabase from 'better-sqlite3';
import { GameFileError, gameFileErrorFrom } from './schema/game-file-error.js';

export interface CheckedCopy {
  readonly schemaVersion: number;
  readonly characters: number;
}

/** Throws a GameFileError. */
export function checkGameCopy(path: string): CheckedCopy {
  try {
    const db = new SqliteDatabase(path, { fileMustExist: true });
    try {
      db.pragma('trusted_schema = OFF');
      db.pragma('journal_mode = DELETE');
      const finding = db.pragma('integrity_check(1)', { simple: true });
      const schemaVersion = db.pragma('user_version', { simple: true }) as number;
      if (finding !== 'ok' || schemaVersion < 1)
        throw new GameFileError(
          'corrupt',
          `the copy ${path} is not whole (${String(finding)}, version ${schemaVersion})`,
        );
      const characters = db.prepare<[], number>('SELECT count(*) FROM characters').pluck().get()!;
      return { schemaVersion, characters };
    } finally {
      db.close();
    }
  } catch (thrown) {
    throw gameFileErrorFrom(thrown, path);
  }
}
