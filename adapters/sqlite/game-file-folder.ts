// The data folder that a game file belongs to: one row in a table of its own, so that a file of another folder, or one
// that lost its contents, is not taken for this folder's.

import type { Database } from 'better-sqlite3';
import type { FolderPart } from '#ports/storage/files/folder-part.js';

/** Throws a FolderPartError; changes nothing. */
export function requireOwnFolder(db: Database, path: string, part: FolderPart): void {
  const characters = tableExists(db, 'characters');
  part.judge(path, characters ? { kind: 'there', folderId: folderIdOf(db) } : { kind: 'empty' });
}

export function markGameFile(db: Database, part: FolderPart): void {
  if (folderIdOf(db) !== part.folderId) {
    db.transaction(() => {
      db.exec('CREATE TABLE IF NOT EXISTS data_folder (id TEXT NOT NULL CHECK (length(id) = 36)) STRICT');
      db.exec('DELETE FROM data_folder');
      db.prepare('INSERT INTO data_folder (id) VALUES (?)').run(part.folderId);
    }).immediate();
  }
  part.settle();
}

function folderIdOf(db: Database): string | undefined {
  if (!tableExists(db, 'data_folder')) return undefined;
  return db.prepare<[], string>('SELECT id FROM data_folder').pluck().get();
}

function tableExists(db: Database, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
}
