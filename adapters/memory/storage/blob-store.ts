// Blobs in memory: for tests.

import { createHash } from 'node:crypto';
import {
  blobBytesMax,
  BlobStoreError,
  boundedChunks,
  listedMax,
  requireBlobKey,
  type BlobEntry,
  type BlobStore,
  type StoredBlob,
} from '#ports/storage/files/blob-store.js';

interface Kept {
  readonly bytes: Uint8Array;
  readonly storedAtUnixMs: number;
}

export interface MemoryBlobStoreOptions {
  readonly blobBytesMax?: number;
  readonly listedMax?: number;
}

export class MemoryBlobStore implements BlobStore {
  readonly place = 'memory';
  /** By key; tests damage them here. */
  readonly blobs = new Map<string, Kept>();

  constructor(private readonly options: MemoryBlobStoreOptions = {}) {}

  async put(key: string, chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredBlob> {
    requireBlobKey(key);
    signal?.throwIfAborted();
    this.#requireAbsent(key);
    const given: Uint8Array[] = [];
    const bytesMax = this.options.blobBytesMax ?? blobBytesMax;
    for await (const chunk of boundedChunks(chunks, key, bytesMax, signal)) given.push(chunk.slice());
    signal?.throwIfAborted();
    this.#requireAbsent(key);
    const bytes = Buffer.concat(given);
    this.blobs.set(key, { bytes, storedAtUnixMs: Date.now() });
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  async get(key: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    requireBlobKey(key);
    signal?.throwIfAborted();
    const kept = this.blobs.get(key);
    if (kept === undefined) throw new BlobStoreError('not-found', `there is no ${key} in memory`);
    return pieces(kept.bytes, signal);
  }

  async head(key: string, signal?: AbortSignal): Promise<BlobEntry | undefined> {
    requireBlobKey(key);
    signal?.throwIfAborted();
    const kept = this.blobs.get(key);
    return kept && { key, bytes: kept.bytes.length, storedAtUnixMs: kept.storedAtUnixMs };
  }

  async list(prefix: string, signal?: AbortSignal): Promise<readonly BlobEntry[]> {
    signal?.throwIfAborted();
    const keys = [...this.blobs.keys()].filter((key) => key.startsWith(prefix)).sort();
    if (keys.length > (this.options.listedMax ?? listedMax))
      throw new BlobStoreError('too-many', `more than ${listedMax} blobs begin with '${prefix}'`);
    return keys.map((key) => {
      const { bytes, storedAtUnixMs } = this.blobs.get(key)!;
      return { key, bytes: bytes.length, storedAtUnixMs };
    });
  }

  async delete(key: string, signal?: AbortSignal): Promise<void> {
    requireBlobKey(key);
    signal?.throwIfAborted();
    this.blobs.delete(key);
  }

  #requireAbsent(key: string): void {
    if (this.blobs.has(key)) throw new BlobStoreError('exists', `there is a ${key} in memory already`);
  }
}

async function* pieces(bytes: Uint8Array, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const pieceBytes = 64 * 1024;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    signal?.throwIfAborted();
    yield bytes.slice(at, at + pieceBytes);
  }
}
