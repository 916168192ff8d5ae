// LZ4 block compression (the block format of lz4.org, without frame or size) in memory that the caller provides. Codecs
// give blocks that each other reads, though not the same bytes.

export interface Compressor {
  readonly name: string;
  /** Compresses `length` bytes into at most `outMax`; returns how many, or -1 when they do not fit. */
  compress(
    data: Uint8Array,
    at: number,
    length: number,
    out: Uint8Array,
    outAt: number,
    outMax: number,
  ): number;
  /**
   * Restores exactly `size` bytes to `out`; false, with these unspecified, when the block is malformed or holds another
   * number of bytes. Never throws, never writes beyond `size`, and takes time in proportion to it.
   */
  restore(
    data: Uint8Array,
    at: number,
    length: number,
    out: Uint8Array,
    outAt: number,
    size: number,
  ): boolean;
}
