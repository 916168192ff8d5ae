// Makes a folder and those above it one step at a time, each there for good before anything is put into it. Node's own
// recursive making never returns where the system answers "no such file" for a folder whose parent exists, as below /proc
// (seen in Node 26.10).

import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { syncFolder } from './sync-folder.js';

/** What cannot be made, and why; `code` is the system's. */
export class FolderError extends Error {
  override readonly name = 'FolderError';

  constructor(
    message: string,
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Throws a FolderError. Making a folder that is there already is no error. */
export function makeFolder(path: string): void {
  for (const each of placeOf(path).missing) makeOne(each);
}

/** What is there of a path: the deepest folder, and those below it that are not. Throws a FolderError, and makes nothing. */
export function placeOf(path: string): { readonly folder: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  let folder = resolve(path);
  while (!isFolder(folder)) {
    missing.unshift(folder);
    folder = dirname(folder);
  }
  return { folder, missing };
}

function isFolder(path: string): boolean {
  try {
    if (statSync(path).isDirectory()) return true;
  } catch (error) {
    const code = codeOf(error);
    // A file in the middle of the path is met, and named, further up.
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new FolderError(`${path} cannot be looked at (${code})`, code, { cause: error });
  }
  throw new FolderError(`${path} is not a folder`, 'ENOTDIR');
}

function makeOne(path: string): void {
  try {
    mkdirSync(path);
    syncFolder(dirname(path));
  } catch (error) {
    const code = codeOf(error);
    // Another program may have been quicker; a link that leads nowhere is there too, and is no folder.
    if (code === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
    const why = code === 'EEXIST' ? 'a link that leads nowhere is in its place' : code;
    throw new FolderError(`${path} cannot be made (${why})`, code, { cause: error });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
