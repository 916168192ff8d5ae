// Blobs in a folder keep the port's promises; nothing half written lies where blobs are, and nobody else reads them.

import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FolderBlobStore } from '#adapters/node-files/folder-blob-store.js';
import { chunksOf, testBlobStore } from '../../contract/blob-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

testBlobStore(
  'FolderBlobStore',
  async (limits) => new FolderBlobStore(join(temporaryFolder(), 'blobs'), limits),
);

describe('a folder of blobs', () => {
  it('makes what it needs for the owner alone, and leaves nothing unfinished', async () => {
    const folder = join(temporaryFolder(), 'a', 'blobs');
    await new FolderBlobStore(folder).put('x/y', chunksOf(Buffer.from('one')));
    expect(statSync(join(folder, 'x', 'y')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, '.unfinished'))).toEqual([]);
  });

  it('keeps what is being written out of the place of blobs, and removes what an interruption left a day ago', async () => {
    const folder = join(temporaryFolder(), 'blobs');
    const left = join(folder, '.unfinished', 'old');
    const fresh = join(folder, '.unfinished', 'fresh');
    mkdirSync(join(folder, '.unfinished'), { recursive: true });
    for (const path of [left, fresh]) writeFileSync(path, 'half');
    utimesSync(left, new Date(0), new Date(0));
    const store = new FolderBlobStore(folder);
    expect(await store.list('')).toEqual([]);
    async function* looking(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      expect(existsSync(join(folder, 'x'))).toBe(false);
      expect(await store.list('')).toEqual([]);
    }
    await store.put('x', looking());
    expect(existsSync(left)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
    expect((await store.list('')).map(({ key }) => key)).toEqual(['x']);
  });

  it('of two puts of one key keeps the first that ended, and tells the other', async () => {
    const store = new FolderBlobStore(join(temporaryFolder(), 'blobs'));
    const { promise: go, resolve } = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('slow');
      await go;
    }
    const second = store.put('x', slow());
    await store.put('x', chunksOf(Buffer.from('quick')));
    resolve();
    await expect(second).rejects.toMatchObject({ code: 'exists' });
    expect((await store.head('x'))!.bytes).toBe(5);
  });

  it('says when it cannot be: a file is in its place', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    await expect(new FolderBlobStore(file).put('x', chunksOf(Buffer.from('x')))).rejects.toMatchObject({
      code: 'failed',
    });
  });
});
