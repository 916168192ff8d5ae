// The seed of the key with which this replica of the admin API signs connect tokens: made at the first start, kept in
// the data folder, readable by its owner alone. Without the file the next start makes another key: that is how it is
// replaced. Servers accept the old one's tokens for a while longer (application/admin/tokens/token-issuers.ts).

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readSecret, writeSecret } from './secret-file.js';

const fileName = 'connect-token-key';

/** 32 bytes. */
export async function loadOrCreateConnectTokenSeed(dataDir: string): Promise<Uint8Array> {
  const known = await readConnectTokenSeed(dataDir);
  const seed = known ?? randomBytes(32).toString('hex');
  if (known === undefined) await writeSecret(dataDir, fileName, seed);
  return new Uint8Array(Buffer.from(seed, 'hex'));
}

/** As hexadecimal digits; undefined when none was made. Rejects when the file holds something else. */
export async function readConnectTokenSeed(dataDir: string): Promise<string | undefined> {
  const known = await readSecret(dataDir, fileName);
  if (known === undefined || /^(?!0+$)[0-9a-f]{64}$/.test(known)) return known;
  throw new Error(`${join(dataDir, fileName)} does not hold a key; delete it and a new one is made`);
}
