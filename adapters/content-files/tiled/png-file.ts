// A PNG looked through as far as its chunks go: whether all of it is there and none of it was changed. Its pixels are not
// unpacked. Source: PNG, third edition (w3.org/TR/png-3), 5.2 to 5.6 and 11.2.

import { crc32 } from 'node:zlib';

export type LookedThrough =
  | { readonly ok: true; readonly width: number; readonly height: number }
  /** A clause behind "which …". */
  | { readonly ok: false; readonly fault: string };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length and type before a chunk's data, checksum behind it. */
const beforeData = 8;
const aroundData = 12;
const headerDataBytes = 13;

export function lookThroughPng(bytes: Buffer): LookedThrough {
  if (!bytes.subarray(0, signature.length).equals(signature)) return { ok: false, fault: 'is no PNG' };
  let size: { width: number; height: number } | undefined;
  let hasPixels = false;
  for (let at = signature.length; ;) {
    const chunk = chunkAt(bytes, at);
    if (chunk === undefined) return { ok: false, fault: `is cut short: it ends after ${bytes.length} bytes` };
    if (!chunk.isWhole) return { ok: false, fault: `is damaged: its checksum at byte ${at} is wrong` };
    const { type, data, next } = chunk;
    if (size === undefined) {
      if (type !== 'IHDR' || data.length !== headerDataBytes) return { ok: false, fault: 'is no PNG' };
      size = { width: data.readUInt32BE(0), height: data.readUInt32BE(4) };
    }
    hasPixels ||= type === 'IDAT' && data.length > 0;
    if (type === 'IEND') return hasPixels ? { ok: true, ...size } : { ok: false, fault: 'holds no pixels' };
    at = next;
  }
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly isWhole: boolean;
  readonly next: number;
}

/** Undefined when the file ends before it does. */
function chunkAt(bytes: Buffer, at: number): Chunk | undefined {
  if (at + aroundData > bytes.length) return undefined;
  const length = bytes.readUInt32BE(at);
  const next = at + aroundData + length;
  if (next > bytes.length) return undefined;
  const end = at + beforeData + length;
  return {
    type: bytes.toString('latin1', at + 4, at + beforeData),
    data: bytes.subarray(at + beforeData, end),
    // Over type and data.
    isWhole: crc32(bytes.subarray(at + 4, end)) === bytes.readUInt32BE(end),
    next,
  };
}
