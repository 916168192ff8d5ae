// The committed corpus: text files with one input a line in hexadecimal; empty lines and those that begin with # do not
// count.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function readCorpus(folder: string): Promise<Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.hex')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => new Uint8Array(Buffer.from(line, 'hex')));
}
