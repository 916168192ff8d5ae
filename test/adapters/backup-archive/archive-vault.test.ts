// A backup is read back exactly, or not at all: with the wrong key, cut off, with a chunk exchanged or a manifest changed.

import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ArchiveVault, type BackupSource } from '#adapters/backup-archive/archive-vault.js';
import {
  addBackupKey,
  backupKey,
  makeBackupKeyFile,
  readBackupKeys,
  type BackupKeys,
} from '#adapters/backup-archive/backup-keys.js';
import { MemoryBlobStore } from '#adapters/memory/storage/blob-store.js';
import { BlobStoreError, type BlobStore, type StoredBlob } from '#ports/storage/files/blob-store.js';
import { bytesOf, chunksOf } from '../../contract/blob-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const noon = Date.UTC(2026, 10, 29, 12);
const keyA = backupKey(Buffer.alloc(32, 1));
const keyB = backupKey(Buffer.alloc(32, 2));
const onlyA: BackupKeys = { current: keyA, all: [keyA] };

function sourceOf(bytes: Uint8Array): BackupSource {
  return { withContents: (use) => use({ chunks: chunksOf(bytes), schemaVersion: '3' }) };
}

function vaultIn(store: BlobStore, bytes: Uint8Array, keys = onlyA, origin = 'north'): ArchiveVault {
  return new ArchiveVault({ store, keys, kind: 'game', origin, unixMs: () => noon, source: sourceOf(bytes) });
}

async function contents(vault: ArchiveVault, name: string): Promise<Buffer> {
  return bytesOf(vault.contentsOf(await vault.manifest(name)));
}

function change(store: MemoryBlobStore, key: string, changed: (bytes: Buffer) => Uint8Array): void {
  const kept = store.blobs.get(key)!;
  store.blobs.set(key, { ...kept, bytes: changed(Buffer.from(kept.bytes)) });
}

/** Four chunks of seal, which zstd makes no smaller. */
const content = randomBytes(4 * 64 * 1024 - 1000);

describe('a vault of backups', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, content.length])(
    'gives back the %d bytes it was given',
    async (length) => {
      const store = new MemoryBlobStore();
      const vault = vaultIn(store, content.subarray(0, length));
      const { name } = await vault.make();
      expect((await contents(vault, name)).equals(content.subarray(0, length))).toBe(true);
      expect([...store.blobs.keys()].sort()).toEqual([`game/north/${name}.data`, `game/north/${name}.json`]);
    },
  );

  it('packs, and shows nothing of what it holds', async () => {
    const store = new MemoryBlobStore();
    const text = Buffer.from('Ada owns 5 swords. '.repeat(50_000));
    const { name, storedBytes } = await vaultIn(store, text).make();
    expect(storedBytes).toBeLessThan(text.length / 100);
    const again = await vaultIn(store, text).make();
    expect(store.blobs.get(`game/north/${name}.data`)!.bytes).not.toEqual(
      store.blobs.get(`game/north/${again.name}.data`)!.bytes,
    );
  });

  it('numbers backups, whatever the clock says', async () => {
    const store = new MemoryBlobStore();
    for (const at of [noon, noon - 7_200_000, noon])
      await new ArchiveVault({
        store,
        keys: onlyA,
        kind: 'game',
        origin: 'north',
        unixMs: () => at,
        source: sourceOf(content),
      }).make();
    expect((await vaultIn(store, content).list()).map(({ name }) => name)).toEqual([
      '00000001-20261129T120000Z',
      '00000002-20261129T100000Z',
      '00000003-20261129T120000Z',
    ]);
  });

  it('opens what was sealed with a key that came before, and says which key it lacks', async () => {
    const store = new MemoryBlobStore();
    const { name } = await vaultIn(store, content).make();
    const both: BackupKeys = { current: keyB, all: [keyB, keyA] };
    expect((await contents(vaultIn(store, content, both), name)).equals(content)).toBe(true);
    const wrong = vaultIn(store, content, { current: keyB, all: [keyB] });
    await expect(wrong.manifest(name)).rejects.toMatchObject({ code: 'wrong-key' });
    await expect(wrong.manifest(name)).rejects.toThrow(keyA.id);
    const manifest = await vaultIn(store, content).manifest(name);
    await expect(bytesOf(wrong.contentsOf(manifest))).rejects.toMatchObject({ code: 'wrong-key' });
  });

  const header = 46;
  const chunk = 64 * 1024 + 16;
  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['cut off by a byte', (bytes) => bytes.subarray(0, -1)],
    ['cut off between two chunks', (bytes) => bytes.subarray(0, header + 2 * chunk)],
    ['cut off after its header', (bytes) => bytes.subarray(0, header)],
    ['cut off within its header', (bytes) => bytes.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    ['longer than it was', (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])],
    ['with a bit turned', (bytes) => ((bytes[header + 100]! ^= 1), bytes)],
    [
      'with two chunks exchanged',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, header),
          bytes.subarray(header + chunk, header + 2 * chunk),
          bytes.subarray(header, header + chunk),
          bytes.subarray(header + 2 * chunk),
        ]),
    ],
    [
      'with a chunk left out',
      (bytes) => Buffer.concat([bytes.subarray(0, header + chunk), bytes.subarray(header + 2 * chunk)]),
    ],
  ])('refuses data that is %s', async (_, changed) => {
    const store = new MemoryBlobStore();
    const vault = vaultIn(store, content);
    const { name } = await vault.make();
    change(store, `game/north/${name}.data`, changed);
    await expect(contents(vault, name)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('refuses another backup, whole as it is, in the place of one', async () => {
    const store = new MemoryBlobStore();
    const one = await vaultIn(store, content).make();
    const other = await vaultIn(store, randomBytes(1000)).make();
    const [from, to] = [`game/north/${other.name}`, `game/north/${one.name}`];
    store.blobs.set(`${to}.data`, store.blobs.get(`${from}.data`)!);
    await expect(contents(vaultIn(store, content), one.name)).rejects.toMatchObject({ code: 'damaged' });
    store.blobs.set(`${to}.json`, store.blobs.get(`${from}.json`)!);
    await expect(contents(vaultIn(store, content), one.name)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('refuses a manifest that was changed', async () => {
    const store = new MemoryBlobStore();
    const vault = vaultIn(store, content);
    const { name } = await vault.make();
    for (const [from, to] of [
      ['"north"', '"south"'],
      ['"game"', '"admin"'],
      ['"schemaVersion": "3"', '"schemaVersion": "4"'],
      ['{', '['],
    ] as const) {
      const kept = store.blobs.get(`game/north/${name}.json`)!;
      change(store, `game/north/${name}.json`, (bytes) => Buffer.from(bytes.toString().replace(from, to)));
      await expect(vault.manifest(name)).rejects.toMatchObject({ code: 'damaged' });
      store.blobs.set(`game/north/${name}.json`, kept);
    }
    change(store, `game/north/${name}.json`, (bytes) =>
      Buffer.from(bytes.toString().replace('"format": 2', '"format": 3')),
    );
    await expect(vault.manifest(name)).rejects.toMatchObject({ code: 'newer-format' });
  });

  it('has none of a name it does not have, and asks no store for what is no name', async () => {
    const vault = vaultIn(new MemoryBlobStore(), content);
    await expect(vault.manifest('00000001-20261129T120000Z')).rejects.toMatchObject({ code: 'not-found' });
    await expect(vault.manifest('../x')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps the backups of two servers in one store apart', async () => {
    const store = new MemoryBlobStore();
    const north = vaultIn(store, content);
    const south = vaultIn(store, content, onlyA, 'south');
    const { name } = await north.make();
    expect(await south.list()).toEqual([]);
    await south.make();
    await south.forget(name);
    expect(await north.list()).toHaveLength(1);
    expect(await south.list()).toEqual([]);
  });
});

describe('a backup that fails', () => {
  it('is not listed and leaves nothing: the source broke', async () => {
    const store = new MemoryBlobStore();
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield content;
      throw new Error('the source broke');
    }
    const source: BackupSource = { withContents: (use) => use({ chunks: breaking(), schemaVersion: '3' }) };
    const vault = new ArchiveVault({
      store,
      keys: onlyA,
      kind: 'game',
      origin: 'north',
      unixMs: () => noon,
      source,
    });
    await expect(vault.make()).rejects.toThrow('the source broke');
    expect(store.blobs.size).toBe(0);
  });

  it('is not listed and leaves nothing: the disk became full with the manifest', async () => {
    const store = new MemoryBlobStore();
    const put = store.put.bind(store);
    store.put = async (key: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredBlob> => {
      if (key.endsWith('.json')) throw new BlobStoreError('full', 'no space left');
      return put(key, chunks);
    };
    await expect(vaultIn(store, content).make()).rejects.toMatchObject({ code: 'full' });
    expect(store.blobs.size).toBe(0);
  });

  it('is not listed when the store kept something else than it was given', async () => {
    const store = new MemoryBlobStore();
    const put = store.put.bind(store);
    store.put = async (key: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredBlob> => {
      const stored = await put(key, chunks);
      change(store, key, (bytes) => ((bytes[bytes.length - 1]! ^= 1), bytes));
      return stored;
    };
    await expect(vaultIn(store, content).make()).rejects.toMatchObject({ code: 'damaged' });
    expect(store.blobs.size).toBe(0);
  });

  it('when its process was killed leaves data that is never listed, whose number is not used again, and which is swept a day later', async () => {
    const store = new MemoryBlobStore();
    const left = 'game/north/00000007-20261129T110000Z.data';
    store.blobs.set(left, { bytes: content, storedAtUnixMs: noon - 3_600_000 });
    const vault = vaultIn(store, content);
    expect(await vault.list()).toEqual([]);
    expect((await vault.make()).sequence).toBe(8);
    expect(await vault.sweep()).toBe(0);
    store.blobs.set(left, { bytes: content, storedAtUnixMs: noon - 25 * 3_600_000 });
    expect(await vault.sweep()).toBe(1);
    expect(await vault.list()).toHaveLength(1);
    expect(store.blobs.has(left)).toBe(false);
  });
});

describe('the file of keys', () => {
  it('is made once, for its owner alone, and takes a new key before the old ones', async () => {
    const path = join(temporaryFolder(), 'backup-key');
    expect(await makeBackupKeyFile(path)).toBe(true);
    expect(await makeBackupKeyFile(path)).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const first = (await readBackupKeys(path)).current;
    const added = await addBackupKey(path);
    const { current, all } = await readBackupKeys(path);
    expect(current.id).toBe(added.id);
    expect(all.map(({ id }) => id)).toEqual([added.id, first.id]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each(['', '# nothing\n', 'abc\n', `${'a'.repeat(64)}\n${'b'.repeat(63)}\n`])(
    'refuses %j, without showing it',
    async (text) => {
      const path = join(temporaryFolder(), 'backup-key');
      writeFileSync(path, text);
      await expect(readBackupKeys(path)).rejects.toMatchObject({ code: 'no-key' });
      await expect(readBackupKeys(path)).rejects.not.toThrow(/[ab]{60}/);
    },
  );

  it('is named when it is missing or cannot be read', async () => {
    const path = join(temporaryFolder(), 'backup-key');
    await expect(readBackupKeys(path)).rejects.toThrow(path);
    mkdirSync(path);
    await expect(readBackupKeys(path)).rejects.toMatchObject({ code: 'no-key' });
  });
});
