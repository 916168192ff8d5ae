// The data folder, made when it is missing; or an error that says why it cannot be used. Whether it can is tried, not
// asked for: root may write everywhere by permission, and still not below /proc, to a read-only mount or a full disk.

import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FolderError, makeFolder, placeOf } from './make-folder.js';

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
    throw unusable(folder, error);
  }
}

/**
 * Where the folder is, or will be: the deepest one that is there. Throws the same error when something else is in its
 * place; makes nothing, for a look before anything is. `named`: the setting or flag by which it was named.
 */
export function requirePlaceOfData(folder: string, named?: string): string {
  try {
    return placeOf(folder).folder;
  } catch (error) {
    throw unusable(folder, error, named);
  }
}

function unusable(folder: string, error: unknown, named = 'TOS_DATA_DIR'): Error {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const reason = error instanceof FolderError ? error.message : code;
  return new Error(`${named}: '${folder}' cannot be used (${reason}); ${advice[code] ?? anyOther}`, {
    cause: error,
  });
}

/** In a folder of its own, so that nothing of the same name is touched. Throws what the system says. */
export function tryToKeepAFile(folder: string): void {
  const trial = mkdtempSync(join(folder, '.try-'));
  try {
    const file = openSync(join(trial, 'file'), 'wx', 0o600);
    try {
      writeSync(file, Buffer.alloc(4096));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}
