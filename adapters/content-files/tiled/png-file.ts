// A PNG looked through: whether all of it is there, none of it was changed, and its pixels are as many as it says. Source: PNG, third edition (w3.org/TR/png-3), 5.2 to 5.6 and 11.2.

import { crc32 } from 'node:zlib';
import { pixelFault, readHeader, type PngHeader } from './png-pixels.js';

export type LookedThrough =
  | { readonly ok: true; readonly width: number; readonly height: number }
  /** A clause behind "which …". */
  | { readonly ok: false; readonly fault: string };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length and type before a chunk's data, checksum behind it. */
const beforeData = 8;
const aroundData = 12;
const headerDataBytes = 13;

export async function lookThroughPng(bytes: Buffer): Promise<LookedThrough> {
  if (!bytes.subarray(0, signature.length).equals(signature)) return { ok: false, fault: 'is no PNG' };
  let header: PngHeader | undefined;
  let hasPalette = false;
  const pixels: Buffer[] = [];
  for (let at = signature.length; ;) {
    const chunk = chunkAt(bytes, at);
    if (chunk === undefined) return { ok: false, fault: `is cut short: it ends after ${bytes.length} bytes` };
    if (!chunk.isWhole) return { ok: false, fault: `is damaged: its checksum at byte ${at} is wrong` };
    const { type, data, next } = chunk;
    if (header === undefined) {
      if (type !== 'IHDR' || data.length !== headerDataBytes) return { ok: false, fault: 'is no PNG' };
      const read = readHeader(data);
      if (typeof read === 'string') return { ok: false, fault: read };
      header = read;
    }
    hasPalette ||= type === 'PLTE';
    if (type === 'IDAT' && data.length > 0) pixels.push(data);
    if (type === 'IEND') break;
    at = next;
  }
  if (pixels.length === 0) return { ok: false, fault: 'holds no pixels' };
  if (header.needsPalette && !hasPalette) return { ok: false, fault: 'is damaged: it lacks its palette' };
  const fault = await pixelFault(header, pixels);
  return fault === undefined
    ? { ok: true, width: header.width, height: header.height }
    : { ok: false, fault };
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
