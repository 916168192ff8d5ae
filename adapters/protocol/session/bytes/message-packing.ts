// Compression of single messages: long ones that shrink by an eighth or more travel as their size (u16) and an LZ4 block.
// What a packed message declares is believed only up to the longest message that may be received: no small packet makes
// this side write, or work for, more than that.

import type { Compressor } from '#ports/network/compressor.js';
import { readU16, writeU16 } from './little-endian.js';
import { Lz4Block } from './lz4-block.js';
import { compressedBytesMin, compressedSizeBytes, reliableBytesMax } from './packet-layout.js';

/** Messages sent packed, and bytes that saved. */
export interface PackingCounters {
  messagesPacked: number;
  packedBytesSaved: number;
}

export class MessagePacking {
  // Made at first use: most endpoints of clients need neither.
  private packedMessage: Uint8Array | undefined;
  private plainMessage: Uint8Array | undefined;
  private restorer: Compressor | undefined;

  constructor(
    private readonly messageBytesMax: number,
    private readonly compressor: Compressor | undefined,
    private readonly counters: PackingCounters = { messagesPacked: 0, packedBytesSaved: 0 },
  ) {
    this.restorer = compressor;
  }

  /** Packs a message into `packedBytes` and returns its length there, or -1 when it should go as it is. */
  pack(data: Uint8Array, at: number, length: number): number {
    if (this.compressor === undefined || length < compressedBytesMin) return -1;
    const out = (this.packedMessage ??= new Uint8Array(reliableBytesMax));
    const most = ((length * 7) >> 3) - compressedSizeBytes;
    const bytes = this.compressor.compress(data, at, length, out, compressedSizeBytes, most);
    if (bytes < 0) return -1;
    writeU16(out, 0, length);
    this.counters.messagesPacked++;
    this.counters.packedBytesSaved += length - bytes - compressedSizeBytes;
    return compressedSizeBytes + bytes;
  }

  get packedBytes(): Uint8Array {
    return this.packedMessage!;
  }

  /** Restores a packed message into `plainBytes` and returns its length, or -1 when it is malformed. */
  unpack(data: Uint8Array, at: number, length: number): number {
    if (length <= compressedSizeBytes) return -1;
    const size = readU16(data, at);
    if (size <= length || size > this.messageBytesMax) return -1;
    const out = (this.plainMessage ??= new Uint8Array(this.messageBytesMax));
    const restorer = (this.restorer ??= new Lz4Block());
    const blockAt = at + compressedSizeBytes;
    return restorer.restore(data, blockAt, length - compressedSizeBytes, out, 0, size) ? size : -1;
  }

  get plainBytes(): Uint8Array {
    return this.plainMessage!;
  }
}
