// The data folder that a cluster belongs to: a file beside PostgreSQL's own data, made with it.

import fs from 'node:fs';
import path from 'node:path';
import type { FolderPart, FoundPart } from '#ports/storage/folder-part.js';

const fileName = 'data-folder-id';

/** `folder` holds `cluster`. Undefined where it names none, or there is no cluster. */
export function readClusterFolderId(folder: string): string | undefined {
  try {
    return fs.readFileSync(path.join(folder, 'cluster', fileName), 'utf8').trim() || undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What may not be read is told when the cluster is opened.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return undefined;
    throw error;
  }
}

export function findCluster(folder: string): FoundPart {
  const home = path.join(folder, 'cluster');
  if (!fs.existsSync(home)) return { kind: 'absent' };
  const version = fs.statSync(path.join(home, 'data', 'PG_VERSION'), { throwIfNoEntry: false });
  if (!version || version.size === 0) return { kind: 'empty' };
  return { kind: 'there', folderId: readClusterFolderId(folder) };
}

/** Into `home`, the folder named `cluster` or what will become it. */
export function writeFolderId(home: string, part: FolderPart): void {
  const file = path.join(home, fileName);
  fs.writeFileSync(`${file}.new`, `${part.folderId}\n`, { mode: 0o600, flush: true });
  fs.renameSync(`${file}.new`, file);
}
