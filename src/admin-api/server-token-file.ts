// The token of the game server on this machine, kept beside its data and readable by its owner alone.

import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const fileName = 'server-token';
const tokenPattern = /^tos_srv_[A-Za-z0-9_-]{43}$/;

export async function readServerToken(dataDir: string): Promise<string | undefined> {
  const file = path.join(dataDir, fileName);
  try {
    const token = (await readFile(file, 'utf8')).trim();
    if (tokenPattern.test(token)) return token;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  throw new Error(`${file} does not hold a server token; delete it and a new one is made`);
}

export async function writeServerToken(dataDir: string, token: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, fileName);
  // Whole or not at all.
  await writeFile(`${file}.new`, `${token}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}
