// A small file that is there whole or as it was before, and on disk when the call returns.

import { renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.js';

/** For its owner alone. Throws what the system says; then nothing of it stays. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.new`;
  try {
    // Whatever was left there, or put: what a link leads to is not written to, and no mode of before is kept.
    unlinkIfThere(unfinished);
    writeFileSync(unfinished, text, { flag: 'wx', mode: 0o600, flush: true });
    renameSync(unfinished, path);
    syncFolder(dirname(path));
  } catch (error) {
    // A folder in its place, too, which somebody left there.
    rmSync(unfinished, { force: true, recursive: true });
    throw error;
  }
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
