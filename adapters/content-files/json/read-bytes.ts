// The bytes of one file of the content, whoever reads it, and in words why they cannot be had.

import { readFile, stat } from 'node:fs/promises';
import { faultAsFile } from '#ports/storage/files/regular-file.js';

/** Larger files are refused unread: the largest map of 1024 × 1024 tiles and 8 layers stays below. */
const fileBytesMax = 64 * 1024 * 1024;

/** There is something, and it is not to be read; the message stands behind its path. */
export class UnfitFileError extends Error {
  override readonly name = 'UnfitFileError';

  constructor(
    message: string,
    /** Undefined: as whoever reads it says. */
    readonly allowed?: string,
  ) {
    super(message);
  }
}

/** Rejects with an UnfitFileError, or with what the system says. */
export async function readBytes(path: string): Promise<Buffer> {
  const found = await stat(path);
  const fault = faultAsFile(found);
  if (fault !== undefined) throw new UnfitFileError(fault);
  if (found.size > fileBytesMax)
    throw new UnfitFileError(`has ${found.size} bytes`, `at most ${fileBytesMax}`);
  return readFile(path);
}

/** Reason and what is allowed when a file or folder cannot be read. */
export function unreadable(error: unknown, allowed: string): [reason: string, allowed: string] {
  if (error instanceof UnfitFileError) return [error.message, error.allowed ?? allowed];
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'is missing',
    ENOTDIR: 'is no folder',
    EACCES: 'may not be read by this user',
    ELOOP: 'is a link that leads round in a circle',
  };
  return [(code === undefined ? undefined : words[code]) ?? `cannot be read: ${message}`, allowed];
}
