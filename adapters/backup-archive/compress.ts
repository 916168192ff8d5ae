// Zstandard over a stream. What follows a damaged frame vanishes without an error in node:zlib unless it is told to
// reject it; length and sum of the whole are the manifest's.

import { pipeline, Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { ArchiveError } from './archive-error.js';

type Chunks = AsyncIterable<Uint8Array>;

/** 3 is zstd's own default: more takes several times as long and gains little on SQLite's pages. */
const level = 3;

export async function* compressed(chunks: Chunks): AsyncGenerator<Buffer> {
  yield* through(chunks, createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: level } }));
}

export async function* decompressed(chunks: Chunks): AsyncGenerator<Buffer> {
  try {
    yield* through(chunks, createZstdDecompress({ rejectGarbageAfterEnd: true }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !/^(ZSTD_|Z_|ERR_TRAILING)/.test(code)) throw error;
    throw new ArchiveError('damaged', `the backup is damaged: it cannot be unpacked (${String(error)})`, {
      cause: error,
    });
  }
}

/** An error of `chunks` is thrown on as it is. */
async function* through(chunks: Chunks, stream: NodeJS.ReadWriteStream): AsyncGenerator<Buffer> {
  // The error comes out of the loop; the callback is what keeps it from being thrown elsewhere too.
  pipeline(Readable.from(chunks), stream, () => undefined);
  for await (const chunk of stream) yield chunk as Buffer;
}
