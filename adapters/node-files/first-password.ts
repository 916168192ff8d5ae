// The first password as a file of the data folder, readable by its owner alone, from before the account is made until
// somebody has logged in with it: it can be told again however a start ended.

import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { PendingPassword } from '#ports/storage/pending-password.js';
import { readSecret, writeSecret } from './secret-file.js';

const fileName = 'first-password';

export function firstPasswordFile(dataDir: string): string {
  return path.join(dataDir, fileName);
}

export function pendingPasswordIn(dataDir: string): PendingPassword {
  return {
    read: () => readSecret(dataDir, fileName),
    // People look at it in a terminal, where the prompt follows.
    keep: (password) => writeSecret(dataDir, fileName, `${password}\n`),
    forget: () => rm(firstPasswordFile(dataDir), { force: true }),
  };
}
