// The secret to which the example's name belongs: made at the first run, kept in a file that only its owner can read.

import { readFile, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { requireFile } from '#ports/storage/files/regular-file.js';

const secretBytes = 32;

/** Rejects, naming the file, when it cannot be made or holds something else. */
export async function guestSecret(path: string): Promise<Uint8Array> {
  try {
    await writeFile(path, randomBytes(secretBytes).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  requireFile(path, await stat(path));
  const kept = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(kept)) {
    throw new Error(`${path} holds no guest's secret of 64 hexadecimal digits; move it away for a new one`);
  }
  return Buffer.from(kept, 'hex');
}
