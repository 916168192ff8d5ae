// Blobs in S3 keep the port's promises, against a real S3 API; and what is wrong with the way there is told in words.

import { randomBytes, randomUUID } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { CreateBucketCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { S3BlobStore, type S3BlobStoreOptions, type S3Place } from '#adapters/s3/s3-blob-store.js';
import { chunksOf, testBlobStore } from '../../contract/blob-store.js';
import { missingForSwift, startSwift, swiftUser, type SwiftServer } from '../../support/s3/swift-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const missing = missingForSwift();
const bucket = 'backups';
const folder = temporaryFolder();
let swift: SwiftServer;
let client: S3Client;
const opened: S3BlobStore[] = [];

function place(changes: Partial<S3Place> = {}): S3Place {
  const { endpoint } = swift ?? {};
  return {
    endpoint,
    region: 'us-east-1',
    bucket,
    prefix: `${randomUUID()}/`,
    pathStyle: true,
    ...swiftUser,
    ...changes,
  };
}

function open(changes: Partial<S3Place> = {}, options: S3BlobStoreOptions = {}): S3BlobStore {
  const store = new S3BlobStore(place(changes), options);
  opened.push(store);
  return store;
}

afterAll(() => {
  for (const store of opened) store.close();
});

function withSwift(): void {
  beforeAll(async () => {
    swift = await startSwift(folder);
    client = new S3Client({
      endpoint: swift.endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: swiftUser,
    });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  }, 90_000);
  afterAll(async () => {
    client?.destroy();
    await swift?.stop();
  });

  testBlobStore('S3BlobStore', async (limits) => open({}, limits));

  it('has no parts left of a put that broke off', async () => {
    const store = open();
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield* chunksOf(randomBytes(20 * 1024 * 1024));
      throw new Error('broken');
    }
    await expect(store.put('x', breaking())).rejects.toThrow('broken');
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(Uploads).toEqual([]);
  });

  it('names the access key and its secret when either is wrong', async () => {
    for (const wrong of [{ secretAccessKey: 'not the secret' }, { accessKeyId: 'test:nobody' }]) {
      const store = open(wrong);
      const asked = [
        store.list(''),
        store.put('x', chunksOf(Buffer.from('x'))),
        store.get('x'),
        store.head('x'),
      ];
      for (const each of await Promise.allSettled(asked))
        expect(each).toMatchObject({ status: 'rejected', reason: { code: 'refused' } });
      await expect(store.list('')).rejects.toThrow(/refuses the access key or its secret/);
    }
  });

  it('names the bucket when there is none', async () => {
    const store = open({ bucket: 'nowhere' });
    await expect(store.list('')).rejects.toMatchObject({ code: 'refused' });
    await expect(store.put('x', chunksOf(Buffer.from('x')))).rejects.toMatchObject({ code: 'refused' });
    await expect(store.list('')).rejects.toThrow(/nowhere.*no such bucket/);
  });
}

if (missing.length === 0) describe('with swift', withSwift);
else
  describe.skip(
    `S3 (passed over: ${missing.join(', ')} missing; Debian: apt-get install swift-proxy)`,
    withSwift,
  );

describe('S3 that cannot be reached', () => {
  it('is told as such, by address', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const store = open({ endpoint: `http://127.0.0.1:${port}` }, { triesMax: 2 });
    await expect(store.list('')).rejects.toMatchObject({ code: 'unreachable' });
    await expect(store.list('')).rejects.toThrow(`127.0.0.1:${port}`);
  });
});

describe('S3 that takes connections and says nothing', () => {
  const reason = new Error('the server stops');
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  async function listen(server: Server): Promise<S3BlobStore> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    const { port } = server.address() as AddressInfo;
    return open({ endpoint: `http://127.0.0.1:${port}` });
  }

  /** Says no more from the request on that `silent` names; asks to give up when it came. */
  async function silentFrom(silent: string, abort: AbortController): Promise<S3BlobStore> {
    const server = createHttpServer((request, response) => {
      request.resume();
      const { method = '', url = '' } = request;
      const asked =
        `${method} ${new URL(url, 'http://s3').searchParams.has('uploadId') ? 'part' : ''}`.trim();
      if (abort.signal.aborted || asked === silent) setImmediate(() => abort.abort(reason));
      else if (method === 'HEAD') response.writeHead(404).end();
      else if (method === 'POST')
        response.end('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>');
      else if (method === 'GET') response.writeHead(200, { 'content-length': 100 }).write('the first bytes');
    });
    return listen(server);
  }

  it.each([
    ['list', (store: S3BlobStore, signal: AbortSignal) => store.list('', signal)],
    ['head', (store: S3BlobStore, signal: AbortSignal) => store.head('x', signal)],
    ['get', (store: S3BlobStore, signal: AbortSignal) => store.get('x', signal)],
    ['delete', (store: S3BlobStore, signal: AbortSignal) => store.delete('x', signal)],
    ['put', (store: S3BlobStore, signal: AbortSignal) => store.put('x', chunksOf(Buffer.from('x')), signal)],
  ] as const)('lets go of a %s when the signal says so', async (_, ask) => {
    const abort = new AbortController();
    const store = await listen(createServer(() => setImmediate(() => abort.abort(reason))));
    await expect(ask(store, abort.signal)).rejects.toBe(reason);
  });

  it.each([
    ['a put in one', 'PUT', 10],
    ['the beginning of parts', 'POST', 20 * 1024 * 1024],
    ['a part', 'PUT part', 20 * 1024 * 1024],
  ])('lets go of %s, however much has gone up', async (_, silent, length) => {
    const abort = new AbortController();
    const store = await silentFrom(silent, abort);
    await expect(store.put('x', chunksOf(randomBytes(length)), abort.signal)).rejects.toBe(reason);
  });

  it('lets go of what it was giving back', async () => {
    const abort = new AbortController();
    const store = await silentFrom('nothing', abort);
    const read = async (): Promise<void> => {
      for await (const _ of await store.get('x', abort.signal)) abort.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
  });
});
