// One line of text in a file of the data folder that only its owner can read; whole or not there at all, and there for good
// once it was written. It ends without a line feed: programs that read such a file put all of it into a header.

import { statSync } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { requireFile } from '#ports/storage/regular-file.js';
import type { SecretFiles } from '#ports/storage/secret-files.js';
import { refuseLinkToNowhere } from './link-end.js';
import { makeFolder } from './make-folder.js';
import { syncFolder } from './sync-folder.js';

export async function readSecret(dataDir: string, name: string): Promise<string | undefined> {
  const file = path.join(dataDir, name);
  requireFile(file, statSync(file, { throwIfNoEntry: false }));
  refuseLinkToNowhere(file);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeSecret(dataDir: string, name: string, secret: string): Promise<void> {
  makeFolder(dataDir);
  const file = path.join(dataDir, name);
  await writeFile(`${file}.new`, secret, { mode: 0o600, flush: true });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  syncFolder(dataDir);
}

export function secretFilesIn(dataDir: string): SecretFiles {
  return {
    read: (name) => readSecret(dataDir, name),
    write: (name, secret) => writeSecret(dataDir, name, secret),
    pathOf: (name) => path.join(dataDir, name),
  };
}
