// Blobs as objects of an S3 bucket (AWS, Spaces, or what else speaks S3), below a prefix. Large ones go up in parts: an
// object is there when all of them are, and parts of a put that failed are taken away again.
//
// Checksums only where S3 demands them: with the SDK's defaults a streamed put is refused by one server and silently
// stored with its framing by another. Conditional puts are refused by several servers (501), so `exists` is asked first.

import { createHash } from 'node:crypto';
import { addAbortSignal, Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
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
} from '#ports/storage/files/blob-store.js';
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
/** What a put that is given up has for taking its parts away again. */
const tidyMsMax = 2_000;

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

  async put(key: string, chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredBlob> {
    requireBlobKey(key);
    if ((await this.head(key, signal)) !== undefined)
      throw new BlobStoreError('exists', `there is a ${key} in ${this.place} already`);
    const hash = createHash('sha256');
    let bytes = 0;
    let broken: { readonly error: unknown } | undefined;
    const bounded = boundedChunks(chunks, key, this.#options.blobBytesMax ?? blobBytesMax, signal);
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
    const body = Readable.from(measured(), { objectMode: false });
    if (signal !== undefined) addAbortSignal(signal, body);
    const upload = new Upload({
      client: givenUpBy(this.#client, signal),
      params: { ...this.#object(key), Body: body },
      partSize: partBytes,
      queueSize: partsAtOnce,
      leavePartsOnError: false,
    });
    try {
      await upload.done();
    } catch (error) {
      signal?.throwIfAborted();
      if (broken !== undefined) throw broken.error;
      throw this.#errorFrom(error);
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  async get(key: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    requireBlobKey(key);
    const ask = new GetObjectCommand(this.#object(key));
    const answer = await this.#asked(() => this.#client.send(ask, until(signal)), signal);
    return this.#chunksOf(answer.Body as Readable, key, answer.ContentLength, signal);
  }

  async head(key: string, signal?: AbortSignal): Promise<BlobEntry | undefined> {
    requireBlobKey(key);
    try {
      const ask = new HeadObjectCommand(this.#object(key));
      const answer = await this.#client.send(ask, until(signal));
      return {
        key,
        bytes: answer.ContentLength ?? 0,
        storedAtUnixMs: answer.LastModified?.getTime() ?? 0,
      };
    } catch (error) {
      signal?.throwIfAborted();
      if (isAbsent(error)) return undefined;
      throw this.#errorFrom(error);
    }
  }

  async list(prefix: string, signal?: AbortSignal): Promise<readonly BlobEntry[]> {
    const { bucket, prefix: own } = this.#where;
    const max = this.#options.listedMax ?? listedMax;
    const entries: BlobEntry[] = [];
    let after: string | undefined;
    do {
      const ask = new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: own + prefix,
        ContinuationToken: after,
      });
      const answer = await this.#asked(() => this.#client.send(ask, until(signal)), signal);
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

  async delete(key: string, signal?: AbortSignal): Promise<void> {
    requireBlobKey(key);
    try {
      await this.#client.send(new DeleteObjectCommand(this.#object(key)), until(signal));
    } catch (error) {
      signal?.throwIfAborted();
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

  async *#chunksOf(
    body: Readable,
    key: string,
    promised: number | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    if (signal !== undefined) addAbortSignal(signal, body);
    try {
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      signal?.throwIfAborted();
      throw this.#errorFrom(error);
    }
    if (promised !== undefined && bytes !== promised)
      throw new BlobStoreError('unreachable', `${key} ended after ${bytes} of ${promised} bytes`);
  }

  async #asked<Answer>(ask: () => Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      signal?.throwIfAborted();
      throw this.#errorFrom(error);
    }
  }

  #errorFrom(error: unknown): unknown {
    return blobStoreErrorFrom(error, this.place);
  }
}

function until(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}

/** The client, whose every request ends with the signal: an upload hands its own on to none of them. */
function givenUpBy(client: S3Client, signal: AbortSignal | undefined): S3Client {
  if (signal === undefined) return client;
  const send = (command: Parameters<S3Client['send']>[0]): Promise<unknown> => {
    const tidies = signal.aborted && command instanceof AbortMultipartUploadCommand;
    return client.send(command, until(tidies ? AbortSignal.timeout(tidyMsMax) : signal));
  };
  return Object.assign(Object.create(client) as S3Client, { send });
}
