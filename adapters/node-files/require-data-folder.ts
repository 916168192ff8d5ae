// The data folder, made when it is missing; or an error that says why it cannot be used. Whether it can is tried, not
// asked for: root may write everywhere by permission, and still not below /proc, to a read-only mount or a full disk.

import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FolderError, makeFolder } from './make-folder.js';

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room on it, or choose a folder on another',
  EDQUOT: "this user's share of the disk is used up; make room, or choose a folder elsewhere",
  EROFS: 'it is mounted read-only; choose a folder that can be written to',
};
const anyOther = 'a folder that this user may make, write to and keep files in';

export function requireDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    tryToKeepAFile(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const reason = error instanceof FolderError ? error.message : code;
    throw new Error(`TOS_DATA_DIR: '${folder}' cannot be used (${reason}); ${advice[code] ?? anyOther}`, {
      cause: error,
    });
  }
}

/** In a folder of its own, so that nothing of the same name is touched. */
function tryToKeepAFile(folder: string): void {
  const place = mkdtempSync(join(folder, '.try-'));
  try {
    const file = openSync(join(place, 'file'), 'wx', 0o600);
    try {
      writeSync(file, Buffer.alloc(4096));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
