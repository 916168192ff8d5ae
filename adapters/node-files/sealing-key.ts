// The key that seals what the admin API's database holds of secrets (second factors): made at the first start, kept in the
// data folder, readable by its owner alone. Replicas that share a database share this file too.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readSecret, writeSecret } from './secret-file.js';

export const sealingKeyFileName = 'sealing-key';

/** 32 bytes. */
export async function loadOrCreateSealingKey(dataDir: string): Promise<Uint8Array> {
  const known = await readSealingKey(dataDir);
  const key = known ?? randomBytes(32).toString('hex');
  if (known === undefined) await writeSecret(dataDir, sealingKeyFileName, key);
  return new Uint8Array(Buffer.from(key, 'hex'));
}

/** As hexadecimal digits; undefined when none was made. Rejects when the file holds something else. */
export async function readSealingKey(dataDir: string): Promise<string | undefined> {
  const known = await readSecret(dataDir, sealingKeyFileName);
  if (known === undefined || /^(?!0+$)[0-9a-f]{64}$/.test(known)) return known;
  throw new Error(
    `${join(dataDir, sealingKeyFileName)} does not hold a key: put a copy of it there; or delete it, and a new one is ` +
      'made, which opens no second factor of before (recovery codes still log in)',
  );
}
