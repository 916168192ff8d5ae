// One line of text in a file of the data folder that only its owner can read; whole or not there at all, and there for good
// once it was written. It ends without a line feed: programs that read such a file put all of it into a header.

import path from 'node:path';
import type { SecretFiles } from '#ports/storage/files/secret-files.js';
import { refuseLinkToNowhere } from './link-end.js';
import { makeFolder } from './make-folder.js';
import { readNote } from './read-note.js';
import { writeWhole } from './write-whole.js';

export async function readSecret(dataDir: string, name: string): Promise<string | undefined> {
  const file = path.join(dataDir, name);
  refuseLinkToNowhere(file);
  return readNote(file)?.trim();
}

export async function writeSecret(dataDir: string, name: string, secret: string): Promise<void> {
  makeFolder(dataDir);
  writeWhole(path.join(dataDir, name), secret);
}

export function secretFilesIn(dataDir: string): SecretFiles {
  return {
    read: (name) => readSecret(dataDir, name),
    write: (name, secret) => writeSecret(dataDir, name, secret),
    pathOf: (name) => path.join(dataDir, name),
  };
}
