// The server's long-lived secrets: the X25519 key that clients pin, the Ed25519 key that signs guests' tokens, and the id
// under which the admin API knows it. Made at the first start, kept in the data folder, readable by the owner alone.

import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { FolderPart } from '#ports/storage/folder-part.js';
import { makeFolder } from './make-folder.js';

const hexKey = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const identityFile = z.strictObject({
  serverId: z.uuid(),
  staticSecretKey: hexKey,
  signingSeed: hexKey,
  /** The id of the data folder it was made in; files of version 0.1.0 have none. */
  dataFolder: z.uuid().optional(),
});
type IdentityFile = z.infer<typeof identityFile>;

export interface ServerSecrets {
  readonly serverId: string;
  /** The same in 16 bytes, as connect tokens name it. */
  readonly serverIdBytes: Uint8Array;
  /** 32 bytes each. */
  readonly staticSecretKey: Uint8Array;
  readonly signingSeed: Uint8Array;
}

/** Throws when the file is no identity, or `part` says that it was lost. */
export function loadOrCreateIdentity(path: string, part?: FolderPart): ServerSecrets {
  const text = readIfPresent(path);
  if (text === undefined) part?.judge(path, { kind: 'absent' });
  else if (text.trim() === '') part?.judge(path, { kind: 'empty' });
  // It was never empty: it is renamed into its place when it is whole.
  const known = text === undefined ? undefined : parse(path, text);
  const folderId = part === undefined ? {} : { dataFolder: part.folderId };
  const identity: IdentityFile = { ...(known ?? newIdentity()), ...folderId };
  const kept =
    known !== undefined &&
    part?.judge(path, { kind: 'there', folderId: known.dataFolder?.toLowerCase() }) !== 'adopt';
  if (!kept) write(path, identity);
  part?.settle();
  return {
    serverId: identity.serverId,
    serverIdBytes: new Uint8Array(Buffer.from(identity.serverId.replaceAll('-', ''), 'hex')),
    staticSecretKey: new Uint8Array(Buffer.from(identity.staticSecretKey, 'hex')),
    signingSeed: new Uint8Array(Buffer.from(identity.signingSeed, 'hex')),
  };
}

/** The data folder that the file names; undefined where it names none or cannot be read. */
export function readIdentityFolderId(path: string): string | undefined {
  try {
    return identityFile.parse(JSON.parse(readIfPresent(path) ?? '')).dataFolder;
  } catch {
    // Loading it says what is wrong with it.
    return undefined;
  }
}

function parse(path: string, text: string): IdentityFile {
  try {
    return identityFile.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new Error(
      `${path} is not a server identity (${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}); ` +
        'restore it from a copy of the data folder. Without one: delete it and its line in the file data-folder ' +
        'beside it, and have every client pin the new key',
      { cause: error },
    );
  }
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function newIdentity(): IdentityFile {
  return {
    serverId: randomUUID(),
    staticSecretKey: randomBytes(32).toString('hex'),
    signingSeed: randomBytes(32).toString('hex'),
  };
}

function write(path: string, identity: IdentityFile): void {
  makeFolder(dirname(path));
  // Written beside and renamed, so that a crash leaves no half a key.
  writeFileSync(`${path}.new`, `${JSON.stringify(identity, undefined, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
