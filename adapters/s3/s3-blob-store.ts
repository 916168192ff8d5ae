// Blobs as objects of an S3 bucket (AWS, Spaces, or what else speaks S3), below a prefix. Large ones go up in parts: an
// object is there when all of them are, and parts of a put that failed are taken away again.
//
// Checksums only where S3 demands them: with the SDK's defaults a streamed put is refused by one server and silently
// stored with its framing by another. Conditional puts are refused by several servers (501), so `exists` is asked first.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
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
} from '#ports/storage/blob-store.js';
import { blobStoreErrorFrom, isAbsent } from './s3-error.js';

export interface S3Place {
  /** Undefined: AWS, by region. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  /** Put before every key, with a slash; '' for none. */
  readonly prefix: string;
  /** The bucket in the path instead of the host's name: what most servers beside AWS want. */
  readonly pathStyle: boolean;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3BlobStoreOptions {
  readonly blobBytesMax?: number;
  readonly listedMax?: number;
  /** Tries of one request, the first included. Default 5. */
  readonly triesMax?: number;
}

/** Two of them are held in memory. 5 MiB is the least that S3 takes. */
const partBytes = 8 * 1024 * 1024;
const partsAtOnce = 2;
const connectMsMax = 5_000;
/** Without a byte. */
const silentMsMax = 60_000;

export class S3BlobStore implements BlobStore {
  readonly place: string;
  readonly #client: S3Client;
  readonly #where: { readonly bucket: string; readonly prefix: string };
  readonly #options: S3BlobStoreOptions;

  constructor(place: S3Place, options: S3BlobStoreOptions = {}) {
    const { endpoint, region, bucket, prefix, pathStyle, accessKeyId, secretAccessKey } = place;
    this.place = `s3://${bucket}/${prefix}${endpoint === undefined ? '' : ` at ${endpoint}`}`;
    this.#where = { bucket, prefix };
    this.#options = options;
    this.#client = new S3Client({
      region,
      ...(endpoint !== undefined && { endpoint }),
      forcePathStyle: pathStyle,
      credentials: { accessKeyId, secretAccessKey },
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      retryMode: 'standard',
      maxAttempts: options.triesMax ?? 5,
      requestHandler: { connectionTimeout: connectMsMax, socketTimeout: silentMsMax },
    });
  }

  async put(key: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    requireBlobKey(key);
    if ((await this.head(key)) !== undefined)
      throw new BlobStoreError('exists', `there is a ${key} in ${this.place} already`);
    const hash = createHash('sha256');
    let bytes = 0;
    let broken: { readonly error: unknown } | undefined;
    const bounded = boundedChunks(chunks, key, this.#options.blobBytesMax ?? blobBytesMax);
    async function* measured(): AsyncGenerator<Uint8Array> {
      try {
        for await (const chunk of bounded) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      } catch (error) {
        broken = { error };
        throw error;
      }
    }
    const upload = new Upload({
      client: this.#client,
      params: { ...this.#object(key), Body: Readable.from(measured(), { objectMode: false }) },
      partSize: partBytes,
      queueSize: partsAtOnce,
      leavePartsOnError: false,
    });
    try {
      await upload.done();
    } catch (error) {
      if (broken !== undefined) throw broken.error;
      throw this.#errorFrom(error);
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  async get(key: string): Promise<AsyncIterable<Uint8Array>> {
    requireBlobKey(key);
    const answer = await this.#asked(() => this.#client.send(new GetObjectCommand(this.#object(key))));
    return this.#chunksOf(answer.Body as Readable, key, answer.ContentLength);
  }

  async head(key: string): Promise<BlobEntry | undefined> {
    requireBlobKey(key);
    try {
      const answer = await this.#client.send(new HeadObjectCommand(this.#object(key)));
      return {
        key,
        bytes: answer.ContentLength ?? 0,
        storedAtUnixMs: answer.LastModified?.getTime() ?? 0,
      };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw this.#errorFrom(error);
    }
  }

  async list(prefix: string): Promise<readonly BlobEntry[]> {
    const { bucket, prefix: own } = this.#where;
    const max = this.#options.listedMax ?? listedMax;
    const entries: BlobEntry[] = [];
    let after: string | undefined;
    do {
      const answer = await this.#asked(() =>
        this.#client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: own + prefix, ContinuationToken: after }),
        ),
      );
      for (const { Key, Size, LastModified } of answer.Contents ?? []) {
        const key = (Key ?? '').slice(own.length);
        if (blobKeyFault(key) !== undefined) continue;
        entries.push({ key, bytes: Size ?? 0, storedAtUnixMs: LastModified?.getTime() ?? 0 });
      }
      if (entries.length > max)
        throw new BlobStoreError(
          'too-many',
          `more than ${max} objects of ${this.place} begin with '${prefix}'`,
        );
      after = answer.NextContinuationToken;
    } while (after !== undefined);
    return entries.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async delete(key: string): Promise<void> {
    requireBlobKey(key);
    try {
      await this.#client.send(new DeleteObjectCommand(this.#object(key)));
    } catch (error) {
      if (!isAbsent(error)) throw this.#errorFrom(error);
    }
  }

  /** Its connections. */
  close(): void {
    this.#client.destroy();
  }

  #object(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#where.bucket, Key: this.#where.prefix + key };
  }

  async *#chunksOf(body: Readable, key: string, promised: number | undefined): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw this.#errorFrom(error);
    }
    if (promised !== undefined && bytes !== promised)
      throw new BlobStoreError('unreachable', `${key} ended after ${bytes} of ${promised} bytes`);
  }

  async #asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      throw this.#errorFrom(error);
    }
  }

  #errorFrom(error: unknown): unknown {
    return blobStoreErrorFrom(error, this.place);
  }
}
