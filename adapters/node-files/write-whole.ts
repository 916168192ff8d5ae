// A small file that is there whole or as it was before, and on disk when the call returns.

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.js';

/** For its owner alone. Throws what the system says; then nothing of it stays. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.new`;
  try {
    writeFileSync(unfinished, text, { mode: 0o600, flush: true });
    renameSync(unfinished, path);
    syncFolder(dirname(path));
  } catch (error) {
    // A folder in its place, too, which somebody left there.
    rmSync(unfinished, { force: true, recursive: true });
    throw error;
  }
}
