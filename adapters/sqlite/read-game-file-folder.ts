// The data folder's id that a game file bears, of a file that nobody has open.

import SqliteDatabase from 'better-sqlite3';

/** Undefined where it bears none. Throws what SQLite says. */
export function readGameFileFolderId(path: string): string | undefined {
  const db = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    const listed = db
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'data_folder'")
      .get();
    return listed === undefined
      ? undefined
      : db.prepare<[], string>('SELECT id FROM data_folder').pluck().get();
  } finally {
    db.close();
  }
}
