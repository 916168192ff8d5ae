// A file that was written whole beside its place gets its name, where nothing has it yet: unlike a renamed file, a link
// replaces nothing. Not every file system knows links (FAT, many network shares and FUSE mounts), and not all say so with
// one code. There the name is taken with an empty file of our own, over which the written one is renamed: whoever looks sees
// nothing, an empty file, or all of it, and a power failure leaves no half of it.

import { closeSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';

/** Throws EEXIST when something has the name. `beside` may be gone afterwards, or be the same file. */
export function putNewSync(beside: string, path: string, linkTo = linkSync): void {
  try {
    linkTo(beside, path);
  } catch (error) {
    if (isTaken(error)) throw error;
    closeSync(openSync(path, 'wx', 0o600));
    try {
      renameSync(beside, path);
    } catch (failure) {
      rmSync(path, { force: true });
      throw failure;
    }
  }
}

/** As `putNewSync`, for what must not wait for a slow disk. */
export async function putNew(beside: string, path: string, linkTo = link): Promise<void> {
  try {
    await linkTo(beside, path);
  } catch (error) {
    if (isTaken(error)) throw error;
    await (await open(path, 'wx', 0o600)).close();
    try {
      await rename(beside, path);
    } catch (failure) {
      await rm(path, { force: true });
      throw failure;
    }
  }
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}
