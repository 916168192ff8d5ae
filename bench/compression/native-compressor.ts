// LZ4 blocks by the native library lz4-napi (lz4_flex): the twin of adapters/protocol/session/bytes/lz4-block, which serves the
// wire. Tests hold the two equal; `npm run bench -- compression` times them, and bench/RESULTS.md says why it is not the
// other way round. Each call here allocates its result. The library puts the size before the block as u32; here that is
// taken off and put on again.

import { Buffer } from 'node:buffer';
import { compressSync, uncompressSync } from 'lz4-napi';
import type { Compressor } from '#ports/network/compressor.js';

const sizeBytes = 4;

export class NativeCompressor implements Compressor {
  readonly name = 'lz4-native';

  compress(
    data: Uint8Array,
    at: number,
    length: number,
    out: Uint8Array,
    outAt: number,
    outMax: number,
  ): number {
    const block = compressSync(Buffer.from(data.buffer, data.byteOffset + at, length));
    const bytes = block.length - sizeBytes;
    if (bytes > outMax) return -1;
    out.set(block.subarray(sizeBytes), outAt);
    return bytes;
  }

  restore(
    data: Uint8Array,
    at: number,
    length: number,
    out: Uint8Array,
    outAt: number,
    size: number,
  ): boolean {
    const sized = Buffer.alloc(sizeBytes + length);
    // The caller has bounded `size`: it is what the library will allocate, whatever the block claims.
    sized.writeUInt32LE(size, 0);
    sized.set(data.subarray(at, at + length), sizeBytes);
    let plain: Uint8Array;
    try {
      plain = uncompressSync(sized);
    } catch {
      // The library's only way to say "malformed".
      return false;
    }
    if (plain.length !== size) return false;
    out.set(plain, outAt);
    return true;
  }
}
