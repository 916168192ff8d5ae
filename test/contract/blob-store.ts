// What every store of blobs promises.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { blobKeyFault, type BlobStore } from '#ports/storage/files/blob-store.js';

export interface BlobLimits {
  readonly blobBytesMax?: number;
  readonly listedMax?: number;
}

/** Some more than one part of an upload. */
const severalParts = 17 * 1024 * 1024;

export async function* chunksOf(bytes: Uint8Array, chunkBytes = 100_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** `make` answers an empty store, or one in which nothing lies below a new prefix. */
export function testBlobStore(name: string, make: (limits?: BlobLimits) => Promise<BlobStore>): void {
  describe(`${name} as a store of blobs`, () => {
    it.each([0, 1, 65_536, severalParts])(
      'gives back the %d bytes that were put, and their sum',
      async (length) => {
        const store = await make();
        const bytes = randomBytes(length);
        const key = `a/${randomUUID()}`;
        const stored = await store.put(key, chunksOf(bytes));
        expect(stored).toEqual({ bytes: length, sha256: createHash('sha256').update(bytes).digest('hex') });
        expect((await bytesOf(await store.get(key))).equals(bytes)).toBe(true);
        expect(await store.head(key)).toMatchObject({ key, bytes: length });
      },
    );

    it('dates a blob by the time it was put', async () => {
      const store = await make();
      const key = `a/${randomUUID()}`;
      await store.put(key, chunksOf(randomBytes(10)));
      expect(Math.abs((await store.head(key))!.storedAtUnixMs - Date.now())).toBeLessThan(60_000);
    });

    it('lists by prefix, ascending, and only what begins so', async () => {
      const store = await make();
      const [own, other] = [`x${randomUUID()}`, `y${randomUUID()}`];
      for (const key of [`${own}/b.2`, `${own}/a/9`, `${own}/b.10`, `${other}/a`])
        await store.put(key, chunksOf(Buffer.from(key)));
      const listed = await store.list(`${own}/`);
      expect(listed.map(({ key }) => key)).toEqual([`${own}/a/9`, `${own}/b.10`, `${own}/b.2`]);
      expect(listed[0]!.bytes).toBe(`${own}/a/9`.length);
      expect((await store.list(`${own}/b`)).map(({ key }) => key)).toEqual([`${own}/b.10`, `${own}/b.2`]);
      expect(await store.list(`${own}/none`)).toEqual([]);
    });

    it('replaces nothing', async () => {
      const store = await make();
      const key = `a/${randomUUID()}`;
      await store.put(key, chunksOf(Buffer.from('first')));
      await expect(store.put(key, chunksOf(Buffer.from('second')))).rejects.toMatchObject({ code: 'exists' });
      expect((await bytesOf(await store.get(key))).toString()).toBe('first');
    });

    it('says that there is none', async () => {
      const store = await make();
      const key = `a/${randomUUID()}`;
      expect(await store.head(key)).toBeUndefined();
      await expect(store.get(key)).rejects.toMatchObject({ code: 'not-found' });
      await expect(store.delete(key)).resolves.toBeUndefined();
    });

    it('forgets what was deleted, and takes the key again', async () => {
      const store = await make();
      const key = `a/${randomUUID()}`;
      await store.put(key, chunksOf(Buffer.from('first')));
      await store.delete(key);
      expect(await store.head(key)).toBeUndefined();
      expect(await store.list(key)).toEqual([]);
      await store.put(key, chunksOf(Buffer.from('second')));
      expect((await bytesOf(await store.get(key))).toString()).toBe('second');
    });

    it.each([10_000, severalParts])('has nothing of a put that broke off after %d bytes', async (length) => {
      const store = await make();
      const key = `a/${randomUUID()}`;
      const broken = new Error('the source broke');
      async function* breaking(): AsyncGenerator<Uint8Array> {
        yield* chunksOf(randomBytes(length));
        throw broken;
      }
      await expect(store.put(key, breaking())).rejects.toBe(broken);
      expect(await store.head(key)).toBeUndefined();
      expect(await store.list(key)).toEqual([]);
      await expect(store.get(key)).rejects.toMatchObject({ code: 'not-found' });
      await store.put(key, chunksOf(Buffer.from('whole')));
      expect((await bytesOf(await store.get(key))).toString()).toBe('whole');
    });

    it('gives up what it is asked when the signal says so, with its reason', async () => {
      const store = await make();
      const key = `a/${randomUUID()}`;
      await store.put(key, chunksOf(randomBytes(severalParts)));
      const reason = new Error('the server stops');
      const over = AbortSignal.abort(reason);
      const asked = [
        store.put(`${key}-2`, chunksOf(Buffer.from('x')), over),
        store.get(key, over),
        store.head(key, over),
        store.list('a/', over),
        store.delete(key, over),
      ];
      for (const each of await Promise.allSettled(asked))
        expect(each).toEqual({ status: 'rejected', reason });
      expect((await store.list(key)).map((entry) => entry.key)).toEqual([key]);
      const abort = new AbortController();
      const chunks = await store.get(key, abort.signal);
      const read = async (): Promise<void> => {
        for await (const _ of chunks) abort.abort(reason);
      };
      await expect(read()).rejects.toBe(reason);
    });

    it.each([10_000, severalParts])(
      'has nothing of a put that is given up after %d bytes',
      async (length) => {
        const store = await make();
        const key = `a/${randomUUID()}`;
        const abort = new AbortController();
        const reason = new Error('the server stops');
        async function* silent(): AsyncGenerator<Uint8Array> {
          yield* chunksOf(randomBytes(length));
          abort.abort(reason);
          yield Buffer.from('more');
        }
        await expect(store.put(key, silent(), abort.signal)).rejects.toBe(reason);
        expect(await store.list(key)).toEqual([]);
        await store.put(key, chunksOf(Buffer.from('whole')));
      },
    );

    it('refuses what is larger than its limit, and keeps nothing of it', async () => {
      const store = await make({ blobBytesMax: 1000 });
      const key = `a/${randomUUID()}`;
      await expect(store.put(key, chunksOf(randomBytes(1001), 100))).rejects.toMatchObject({
        code: 'too-large',
      });
      expect(await store.head(key)).toBeUndefined();
      await store.put(key, chunksOf(randomBytes(1000), 100));
    });

    it('lists no more than its limit: says so instead', async () => {
      const store = await make({ listedMax: 2 });
      const own = `z${randomUUID()}`;
      for (const name of ['a', 'b']) await store.put(`${own}/${name}`, chunksOf(Buffer.from(name)));
      expect(await store.list(`${own}/`)).toHaveLength(2);
      await store.put(`${own}/c`, chunksOf(Buffer.from('c')));
      await expect(store.list(`${own}/`)).rejects.toMatchObject({ code: 'too-many' });
    });

    it.each([
      '',
      '/a',
      'a/',
      'a//b',
      '../a',
      'a/../b',
      '.a',
      'a/.b',
      'a\\b',
      'a b',
      'ä',
      'a\0',
      'a'.repeat(101),
    ])('refuses %j as a key, for everything', async (key) => {
      const store = await make();
      expect(blobKeyFault(key)).toBeDefined();
      const asked = [
        store.put(key, chunksOf(Buffer.from('x'))),
        store.get(key),
        store.head(key),
        store.delete(key),
      ];
      for (const each of await Promise.allSettled(asked))
        expect(each).toMatchObject({ status: 'rejected', reason: { code: 'invalid-key' } });
    });
  });
}
