// One line of text in a file of the data folder that only its owner can read; whole or not there at all.

import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.js';

export async function readSecret(dataDir: string, name: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(dataDir, name), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeSecret(dataDir: string, name: string, secret: string): Promise<void> {
  makeFolder(dataDir);
  const file = path.join(dataDir, name);
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}
