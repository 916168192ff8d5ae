// Blobs by key: where backups are kept. A blob is whole or not there: what was interrupted is neither listed nor found,
// and what is there never changes. A put that resolved survives the death of the process, and where the store is this
// machine's the loss of its power.

import type { GiveUp } from '../../system/pauses.js';

/**
 * - invalid-key: not a key, see blobKeyFault
 * - not-found: no such blob
 * - exists: there is a blob of this key; it stays as it is
 * - too-large: more than `blobBytesMax`
 * - too-many: more than `listedMax` blobs begin so
 * - full: no room left
 * - refused: the store does not let us (credentials, permissions, no such bucket)
 * - unreachable: no answer, or none in time
 * - failed: whatever else the store says
 */
export type BlobStoreErrorCode =
  | 'invalid-key'
  | 'not-found'
  | 'exists'
  | 'too-large'
  | 'too-many'
  | 'full'
  | 'refused'
  | 'unreachable'
  | 'failed';

export class BlobStoreError extends Error {
  override readonly name = 'BlobStoreError';

  constructor(
    readonly code: BlobStoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface BlobEntry {
  readonly key: string;
  readonly bytes: number;
  /** By the store's own clock. */
  readonly storedAtUnixMs: number;
}

export interface StoredBlob {
  readonly bytes: number;
  /** Of what was given, in 64 hexadecimal digits. No store is believed to keep it: who wants to know reads it back. */
  readonly sha256: string;
}

/**
 * Everything rejects with a BlobStoreError, except for what `chunks` itself throws, and soon with the reason of `signal` when
 * that says to give up, whatever the store does; nothing of a put that was given up is found, and what `get` gave throws it.
 */
export interface BlobStore {
  /** For people: where it is, without secrets. */
  readonly place: string;
  /** Of two that put one key at once, one may get `exists` only after its bytes went out, or replace the other's. */
  put(key: string, chunks: AsyncIterable<Uint8Array>, signal?: GiveUp): Promise<StoredBlob>;
  /** Rejects at once when there is none. What is read ends early only with an error. */
  get(key: string, signal?: GiveUp): Promise<AsyncIterable<Uint8Array>>;
  head(key: string, signal?: GiveUp): Promise<BlobEntry | undefined>;
  /** Those whose keys begin with `prefix`, ascending by key. */
  list(prefix: string, signal?: GiveUp): Promise<readonly BlobEntry[]>;
  /** That there is none is no error. */
  delete(key: string, signal?: GiveUp): Promise<void>;
}

/** 10,000 parts, which is what S3 takes, of 8 MiB, and a little less. */
export const blobBytesMax = 64 * 1024 ** 3;
export const listedMax = 10_000;

const segment = '[A-Za-z0-9][A-Za-z0-9_.-]{0,99}';
const keyForm = new RegExp(`^${segment}(?:/${segment}){0,7}$`);

/** Undefined when it is a key. Keys are paths too: nothing in them climbs, hides or needs quoting. */
export function blobKeyFault(key: string): string | undefined {
  if (keyForm.test(key)) return undefined;
  return 'a key is 1 to 8 names joined by /, each of 1 to 100 letters, digits and _ . -, the first a letter or digit';
}

/** Throws a BlobStoreError. */
export function requireBlobKey(key: string): void {
  const fault = blobKeyFault(key);
  if (fault !== undefined)
    throw new BlobStoreError('invalid-key', `'${key.slice(0, 100)}' is no key: ${fault}`);
}

/** The same chunks; throws when they are more than `bytesMax`, or to be given up. Empty ones are left out. */
export async function* boundedChunks(
  chunks: AsyncIterable<Uint8Array>,
  key: string,
  bytesMax: number,
  signal?: GiveUp,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    bytes += chunk.length;
    if (bytes > bytesMax)
      throw new BlobStoreError(
        'too-large',
        `${key} has more than ${bytesMax} bytes, which is all that is kept`,
      );
    if (chunk.length > 0) yield chunk;
  }
}
