// Backups in a store of blobs: compressed, sealed, and beside each, written last, its manifest. So half a backup is never
// listed. Keys: KIND/ORIGIN/NAME.data and .json, NAME = eight digits of its number and the time in UTC.

import { createHash, type Hash } from 'node:crypto';
import type { BackupRecord, BackupVault } from '#ports/backups/backup-vault.js';
import { type BlobEntry, type BlobStore, BlobStoreError } from '#ports/storage/files/blob-store.js';
import { ArchiveError } from './archive-error.js';
import type { BackupKeys } from './backup-keys.js';
import { compressed, decompressed } from './compress.js';
import {
  type BackupKind,
  type Manifest,
  formatVersion,
  manifestBytesMax,
  manifestText,
  parseManifest,
} from './manifest.js';
import { seal, unseal } from './seal.js';

export interface BackupSource {
  /** Runs `use` while what it gives can be read. Rejects when it is not sound. */
  withContents<Result>(use: (contents: BackupContents) => Promise<Result>): Promise<Result>;
}

export interface BackupContents {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly schemaVersion: string;
  /** See Manifest. */
  readonly switchedOff?: readonly string[];
}

export interface ArchiveVaultOptions {
  readonly store: BlobStore;
  readonly keys: BackupKeys;
  readonly kind: BackupKind;
  readonly origin: string;
  readonly unixMs: () => number;
  /** Only for those who make them. */
  readonly source?: BackupSource;
  /** Says that all is to be given up: everything rejects soon, with its reason. */
  readonly signal?: AbortSignal;
}

/** What a backup that is given up has for taking away what it stored; what stays then is swept. */
const tidyMsMax = 2_000;

/** A backup under way elsewhere is younger. */
const leftAfterMs = 24 * 60 * 60_000;
const nameForm = /^(\d{8})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

export class ArchiveVault implements BackupVault {
  constructor(private readonly options: ArchiveVaultOptions) {}

  async list(signal?: AbortSignal): Promise<readonly BackupRecord[]> {
    const both = [this.options.signal, signal].filter((each) => each !== undefined);
    const entries = await this.#entries(both.length > 1 ? AbortSignal.any(both) : both[0]);
    const names = entries.flatMap(({ key }) => nameIn(key, '.json') ?? []);
    const bytes = new Map(entries.map((entry) => [entry.key, entry.bytes]));
    const records: BackupRecord[] = [];
    for (const name of names) {
      const storedBytes = bytes.get(this.#key(name, '.data'));
      // Forgetting takes the manifest first; one without data was tampered with, and `read` says so.
      records.push({ ...timesOf(name), name, storedBytes: storedBytes ?? 0 });
    }
    return records;
  }

  async make(): Promise<BackupRecord> {
    const { source, store, keys, kind, origin, unixMs, signal } = this.options;
    if (source === undefined) throw new Error('this vault makes no backups');
    const taken = (await this.#entries()).map(({ key }) =>
      timesOf(nameIn(key, '.json') ?? nameIn(key, '.data')!),
    );
    const sequence = Math.max(0, ...taken.map((each) => each.sequence)) + 1;
    return source.withContents(async ({ chunks, schemaVersion, switchedOff }) => {
      const createdAt = `${new Date(unixMs()).toISOString().slice(0, 19)}Z`;
      const name = `${String(sequence).padStart(8, '0')}-${createdAt.replace(/[-:]/g, '')}`;
      const contents = new Measure();
      const stored = await store.put(
        this.#key(name, '.data'),
        seal(compressed(contents.over(chunks)), keys.current),
        signal,
      );
      const manifest: Manifest = {
        ...{ format: formatVersion, kind, origin, name, sequence, createdAt, schemaVersion },
        ...{ compression: 'zstd', keyId: keys.current.id, contents: contents.taken(), stored },
        ...(switchedOff !== undefined && { switchedOff: [...switchedOff] }),
      };
      try {
        for await (const _ of this.contentsOf(manifest));
        await store.put(this.#key(name, '.json'), once(manifestText(manifest, keys.current)), signal);
      } catch (error) {
        const tidying = signal?.aborted ? AbortSignal.timeout(tidyMsMax) : signal;
        // First what would have it found: it may have been taken though nobody heard so.
        for (const ending of ['.json', '.data'])
          await store.delete(this.#key(name, ending), tidying).catch(() => undefined);
        throw error;
      }
      return { ...timesOf(name), name, storedBytes: stored.bytes };
    });
  }

  async forget(name: string): Promise<void> {
    const { store, signal } = this.options;
    await store.delete(this.#key(name, '.json'), signal);
    await store.delete(this.#key(name, '.data'), signal);
  }

  async sweep(): Promise<number> {
    const entries = await this.#entries();
    const listed = new Set(entries.flatMap(({ key }) => nameIn(key, '.json') ?? []));
    const now = this.options.unixMs();
    let swept = 0;
    for (const { key, storedAtUnixMs } of entries) {
      const name = nameIn(key, '.data');
      if (name === undefined || listed.has(name) || now - storedAtUnixMs < leftAfterMs) continue;
      await this.options.store.delete(key, this.options.signal);
      swept += 1;
    }
    return swept;
  }

  /** Rejects with an ArchiveError, or a BlobStoreError. */
  async manifest(name: string): Promise<Manifest> {
    const { store, keys } = this.options;
    if (!nameForm.test(name))
      throw new ArchiveError('not-found', `'${name}' is not the name of a backup; list shows them`);
    const text: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of await this.#found(name, '.json')) {
      text.push(chunk);
      if ((bytes += chunk.length) > manifestBytesMax)
        throw new ArchiveError('damaged', `the manifest of ${name} in ${store.place} is too long`);
    }
    return parseManifest(Buffer.concat(text).toString('utf8'), name, keys.all);
  }

  /** What was backed up. Nothing of it counts before the end, where the sums are compared: it throws an ArchiveError then. */
  async *contentsOf({ name, stored, contents }: Manifest): AsyncGenerator<Buffer> {
    const { keys } = this.options;
    const [outer, inner] = [new Measure(), new Measure()];
    const read = outer.over(await this.#found(name, '.data'));
    for await (const chunk of inner.over(decompressed(unseal(read, keys.all)))) {
      if (inner.bytes > contents.bytes) break;
      yield chunk as Buffer;
    }
    outer.require(stored, `what is stored of ${name}`);
    inner.require(contents, `what ${name} holds`);
  }

  async #found(name: string, ending: string): Promise<AsyncIterable<Uint8Array>> {
    const { store, kind, origin, signal } = this.options;
    try {
      return await store.get(this.#key(name, ending), signal);
    } catch (error) {
      if (!(error instanceof BlobStoreError) || error.code !== 'not-found') throw error;
      const message = `there is no backup ${name} of ${kind} ${origin} in ${store.place}`;
      throw new ArchiveError('not-found', message, { cause: error });
    }
  }

  async #entries(signal = this.options.signal): Promise<readonly BlobEntry[]> {
    const { store, kind, origin } = this.options;
    const entries = await store.list(`${kind}/${origin}/`, signal);
    return entries.filter(({ key }) => (nameIn(key, '.json') ?? nameIn(key, '.data')) !== undefined);
  }

  #key(name: string, ending: string): string {
    return `${this.options.kind}/${this.options.origin}/${name}${ending}`;
  }
}

/** Bytes and their sum, as they pass. */
class Measure {
  bytes = 0;
  readonly #hash: Hash = createHash('sha256');
  #sha256: string | undefined;

  async *over<Chunk extends Uint8Array>(chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  taken(): { bytes: number; sha256: string } {
    return { bytes: this.bytes, sha256: (this.#sha256 ??= this.#hash.digest('hex')) };
  }

  require(expected: { bytes: number; sha256: string }, what: string): void {
    const { bytes, sha256 } = this.taken();
    if (bytes === expected.bytes && sha256 === expected.sha256) return;
    throw new ArchiveError('damaged', `${what} is not what was written: ${bytes} bytes of sum ${sha256}`);
  }
}

function nameIn(key: string, ending: string): string | undefined {
  const last = key.slice(key.lastIndexOf('/') + 1);
  const name = last.endsWith(ending) ? last.slice(0, -ending.length) : '';
  return nameForm.test(name) ? name : undefined;
}

function timesOf(name: string): { sequence: number; createdAtUnixMs: number } {
  const [, sequence, year, month, day, hour, minute, second] = nameForm.exec(name)!.map(Number) as number[];
  return {
    sequence: sequence!,
    createdAtUnixMs: Date.UTC(year!, month! - 1, day, hour, minute, second),
  };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
