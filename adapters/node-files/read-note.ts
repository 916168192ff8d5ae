// The text of a small file of the data folder, whoever wrote it: never more of it is read than such a file may have, nothing that
// waits for a writer is opened, and what is no text is not taken for one.

import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { noteBytesMax, OversizeFileError, requireFile } from '#ports/storage/files/regular-file.js';

/** Windows has no such flag, nor pipes with names among files. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/**
 * As it stands there, with a byte-order mark. Undefined when there is no such file; throws with its path when it is none, has
 * more than `bytesMax` bytes, or others than UTF-8. Never shows what it holds.
 */
export function readNote(path: string, bytesMax = noteBytesMax): string | undefined {
  let file: number;
  try {
    // What is no file is not opened at all, where nobody is quicker: opening a device may do something.
    requireFile(path, statSync(path), bytesMax);
    file = openSync(path, O_RDONLY | O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    requireFile(path, fstatSync(file), bytesMax);
    return textOf(path, readUpTo(path, file, bytesMax));
  } finally {
    closeSync(file);
  }
}

/** It may grow while it is read. */
function readUpTo(path: string, file: number, bytesMax: number): Uint8Array {
  const bytes = Buffer.alloc(bytesMax + 1);
  let length = 0;
  for (let read = 1; read > 0 && length < bytes.length; length += read)
    read = readSync(file, bytes, length, bytes.length - length, null);
  if (length > bytesMax) throw new OversizeFileError(path, length, bytesMax);
  return bytes.subarray(0, length);
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new Error(`${path} has bytes that are not UTF-8; mend it, or put a copy of the right one there`, {
      cause: error,
    });
  }
}
