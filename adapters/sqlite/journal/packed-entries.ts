// Entries of a window, packed in the file: an LZ4 block behind its length unpacked (u32, little endian), as lz4-napi writes it.
// A fact has a place for each number of its kind and most of them are small, so that somewhat more than a third is left.

import { compressSync, uncompressSync } from 'lz4-napi';

export interface PackedEntries {
  readonly entries: Buffer;
  /** Null when they are not packed. */
  readonly unpackedBytes: number | null;
}

/** Fewer are not worth it. */
const worthBytes = 256;
/** A block of LZ4 cannot hold more for each of its bytes (lz4_Block_format.md: a length goes on in bytes of up to 255). */
const unpackedMost = 255;
const lengthBytes = 4;

export function packed(entries: Buffer): PackedEntries {
  if (entries.length < worthBytes) return { entries, unpackedBytes: null };
  const block = compressSync(entries);
  if (block.length >= entries.length) return { entries, unpackedBytes: null };
  return { entries: block, unpackedBytes: entries.length };
}

/** Undefined when it is damaged. Whether they are the right entries their checksum tells. */
export function unpacked({ entries, unpackedBytes }: PackedEntries): Uint8Array | undefined {
  if (unpackedBytes === null) return entries;
  // The library makes room for what the block says of itself, before it looks at it.
  if (entries.length < lengthBytes || entries.readUInt32LE(0) !== unpackedBytes) return undefined;
  if (unpackedBytes > unpackedMost * entries.length) return undefined;
  try {
    return uncompressSync(entries);
  } catch {
    return undefined;
  }
}
