// Blobs as files below a folder, a key as a path. Written beside, synced, and put into its place, which replaces
// nothing; what an interruption leaves lies in `.unfinished` and is removed a day later.

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  blobBytesMax,
  blobKeyFault,
  BlobStoreError,
  boundedChunks,
  listedMax,
  requireBlobKey,
  type BlobEntry,
  type BlobStore,
  type StoredBlob,
} from '#ports/storage/files/blob-store.js';
import { makeFolder } from './make-folder.js';
import { putNew } from './put-new.js';

const unfinished = '.unfinished';
const staleAfterMs = 24 * 60 * 60_000;

export interface FolderBlobStoreOptions {
  readonly blobBytesMax?: number;
  readonly listedMax?: number;
}

export class FolderBlobStore implements BlobStore {
  readonly place: string;

  /** The folder is made at the first put. */
  constructor(
    folder: string,
    private readonly options: FolderBlobStoreOptions = {},
  ) {
    this.place = resolve(folder);
  }

  async put(key: string, chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredBlob> {
    const path = this.#pathOf(key);
    signal?.throwIfAborted();
    await this.#requireAbsent(key);
    const beside = join(this.place, unfinished, randomUUID());
    try {
      await told(async () => this.#prepare(path));
      const bounded = boundedChunks(chunks, key, this.options.blobBytesMax ?? blobBytesMax, signal);
      const stored = await writeSynced(beside, bounded);
      signal?.throwIfAborted();
      await told(() => moveInto(beside, path, key));
      return stored;
    } finally {
      await told(() => rm(beside, { force: true }).catch(absent));
    }
  }

  async get(key: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const path = this.#pathOf(key);
    if ((await this.head(key, signal)) === undefined)
      throw new BlobStoreError('not-found', `there is no ${key} in ${this.place}`);
    return readChunks(path, signal);
  }

  async head(key: string, signal?: AbortSignal): Promise<BlobEntry | undefined> {
    const path = this.#pathOf(key);
    signal?.throwIfAborted();
    return told(async () => {
      const stats = await stat(path).catch(absent);
      if (stats?.isFile() !== true) return undefined;
      return { key, bytes: stats.size, storedAtUnixMs: Math.floor(stats.mtimeMs) };
    });
  }

  async list(prefix: string, signal?: AbortSignal): Promise<readonly BlobEntry[]> {
    signal?.throwIfAborted();
    return told(async () => {
      const found = (await readdir(this.place, { recursive: true, withFileTypes: true }).catch(absent)) ?? [];
      const keys = found
        .filter((each) => each.isFile())
        .map((each) => relative(this.place, join(each.parentPath, each.name)).split(sep).join('/'))
        .filter((key) => key.startsWith(prefix) && blobKeyFault(key) === undefined)
        .sort();
      if (keys.length > (this.options.listedMax ?? listedMax))
        throw new BlobStoreError(
          'too-many',
          `more than ${listedMax} files of ${this.place} begin with '${prefix}'`,
        );
      const entries = await Promise.all(keys.map((key) => this.head(key)));
      return entries.filter((entry) => entry !== undefined);
    });
  }

  async delete(key: string, signal?: AbortSignal): Promise<void> {
    const path = this.#pathOf(key);
    signal?.throwIfAborted();
    await told(() => rm(path, { force: true }));
  }

  #pathOf(key: string): string {
    requireBlobKey(key);
    return join(this.place, ...key.split('/'));
  }

  async #requireAbsent(key: string): Promise<void> {
    if ((await this.head(key)) !== undefined) throw exists(key, this.place);
  }

  async #prepare(path: string): Promise<void> {
    makeFolder(dirname(path));
    const folder = join(this.place, unfinished);
    makeFolder(folder);
    for (const name of await readdir(folder)) {
      const left = join(folder, name);
      const stats = await stat(left).catch(absent);
      if (stats !== undefined && Date.now() - stats.mtimeMs > staleAfterMs) await rm(left, { force: true });
    }
  }
}

/** What `chunks` throws is thrown on as it is; what the disk says is told. */
async function writeSynced(path: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
  const file = await told(() => open(path, 'wx', 0o600));
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of chunks) {
      hash.update(chunk);
      for (let at = 0; at < chunk.length;)
        at += (await told(() => file.write(chunk, at, chunk.length - at))).bytesWritten;
      bytes += chunk.length;
    }
    await told(() => file.sync());
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

async function moveInto(beside: string, path: string, key: string): Promise<void> {
  try {
    await putNew(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(key, dirname(path));
    throw error;
  }
  await syncFolder(dirname(path));
}

/** What was linked there is there after a power failure. Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function* readChunks(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024, signal }) as AsyncIterable<Buffer>;
  } catch (error) {
    signal?.throwIfAborted();
    throw blobStoreError(error);
  }
}

function exists(key: string, place: string): BlobStoreError {
  return new BlobStoreError('exists', `there is a ${key} in ${place} already`);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw blobStoreError(error);
  }
}

function blobStoreError(error: unknown): unknown {
  if (error instanceof BlobStoreError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const cause = { cause: error };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new BlobStoreError('full', message, cause);
  if (code === 'EEXIST') return new BlobStoreError('exists', message, cause);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new BlobStoreError('refused', message, cause);
  return new BlobStoreError('failed', message, cause);
}
