// Names of files are kept by their folder: one that was made, linked or renamed there is there after a power failure only
// when the folder was synced, too.

import { closeSync, fsyncSync, openSync } from 'node:fs';

/** File systems without such a call, and folders that may be written to and not be read: nothing more can be done there. */
const unsyncable = new Set(['EINVAL', 'ENOTSUP', 'EACCES', 'EPERM']);

/** Throws what the system says when the disk failed. */
export function syncFolder(folder: string): void {
  // Windows has no such call.
  if (process.platform === 'win32') return;
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!unsyncable.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
