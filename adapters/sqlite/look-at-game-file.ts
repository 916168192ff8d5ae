// A first look at the game's file, without opening it as a database: whether it begins as one, and is as long as it says.
// For the start, before anything else is started. Closing a file lets go of every lock that this process has on it (see
// game-file.ts), so nobody may look once a store of this process is open.

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { requireFile } from '#ports/storage/files/regular-file.js';
import { damaged, GameFileError } from './schema/game-file-error.js';

/** sqlite.org/fileformat.html, "The Database Header". */
const headerBytes = 100;
const opening = 'SQLite format 3\0';

/** Throws a GameFileError. A file that is not there, or is empty, is the data folder's to judge. */
export function lookAtGameFile(path: string): void {
  requireFile(path, statSync(path, { throwIfNoEntry: false }));
  const bytes = sizeOf(path);
  if (bytes === 0) return;
  const finding = faultIn(headerOf(path), bytes, sizeOf(`${path}-wal`) > 0);
  if (finding !== undefined) throw new GameFileError('corrupt', damaged(path, finding));
}

/** What is in the log need not be in the file yet: its length says something only without one. */
function faultIn(header: Buffer, bytes: number, hasLog: boolean): string | undefined {
  if (header.every((byte) => byte === 0)) return 'it begins with zeros';
  if (header.toString('latin1', 0, opening.length) !== opening)
    return 'it does not begin as an SQLite file does';
  const size = header.readUInt16BE(16);
  const pageBytes = size === 1 ? 65_536 : size;
  const pages = header.readUInt32BE(28);
  // The number of pages is good when it was written with the last change.
  const isKnown = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (hasLog || !isKnown || bytes >= pages * pageBytes) return undefined;
  return `it has ${bytes} bytes of ${pages * pageBytes}`;
}

function headerOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    readSync(file, header, 0, headerBytes, 0);
    return header;
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
