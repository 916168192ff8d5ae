// The server's long-lived secrets: the X25519 key that clients pin, the Ed25519 key that signs guests' tokens, and the id
// under which the admin API knows it. Made at the first start, kept in the data folder, readable by the owner alone.

import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../process/make-folder.js';

const hexKey = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const identityFile = z.strictObject({ serverId: z.uuid(), staticSecretKey: hexKey, signingSeed: hexKey });

export interface ServerIdentity {
  readonly serverId: string;
  /** The same in 16 bytes, as connect tokens name it. */
  readonly serverIdBytes: Uint8Array;
  /** 32 bytes each. */
  readonly staticSecretKey: Uint8Array;
  readonly signingSeed: Uint8Array;
}

export function loadOrCreateIdentity(path: string): ServerIdentity {
  const text = readIfPresent(path) ?? create(path);
  let parsed: z.infer<typeof identityFile>;
  try {
    parsed = identityFile.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(
      `${path} is not a server identity (${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}); ` +
        'restore it from a backup, or delete it and have every client pin the new key',
      { cause: error },
    );
  }
  return {
    serverId: parsed.serverId,
    serverIdBytes: new Uint8Array(Buffer.from(parsed.serverId.replaceAll('-', ''), 'hex')),
    staticSecretKey: new Uint8Array(Buffer.from(parsed.staticSecretKey, 'hex')),
    signingSeed: new Uint8Array(Buffer.from(parsed.signingSeed, 'hex')),
  };
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function create(path: string): string {
  const text = JSON.stringify(
    {
      serverId: randomUUID(),
      staticSecretKey: randomBytes(32).toString('hex'),
      signingSeed: randomBytes(32).toString('hex'),
    },
    undefined,
    2,
  );
  makeFolder(dirname(path));
  // Written beside and renamed, so that a crash leaves no half a key.
  writeFileSync(`${path}.new`, `${text}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return text;
}
