// LZ4 blocks (lz4_Block_format.md) in plain TypeScript: greedy, with one hash table; allocates nothing after it is made.
// A block is a row of sequences: token (high 4 bits literals, low 4 bits match length − 4, 15 goes on in bytes of up to
// 255), literals, offset u16, match. The last has literals alone, at least 5; no match begins in the last 12 bytes.

import type { Compressor } from '#ports/network/compressor.js';
import { readU32 } from './little-endian.js';

const hashBits = 12;
const matchMin = 4;
const offsetMax = 65_535;
const lastLiterals = 5;
const lastMatchDistance = 12;
const long = 15;

export class Lz4Block implements Compressor {
  readonly name = 'lz4-plain';
  /** Position of the last four bytes with this hash, plus 1. */
  private readonly positions = new Int32Array(1 << hashBits);
  private out: Uint8Array = new Uint8Array(0);
  private offset = 0;
  private limit = 0;

  compress(
    data: Uint8Array,
    at: number,
    length: number,
    out: Uint8Array,
    outAt: number,
    outMax: number,
  ): number {
    this.out = out;
    this.offset = outAt;
    this.limit = outAt + outMax;
    this.positions.fill(0);
    const end = at + length;
    let anchor = at;
    let next = at;
    while (next < end - lastMatchDistance) {
      const found = this.find(data, next);
      if (found < at || next - found > offsetMax) {
        next++;
        continue;
      }
      const bytes = matchLength(data, found, next, end - lastLiterals);
      if (!this.write(data, anchor, next, next - found, bytes)) return -1;
      next += bytes;
      anchor = next;
    }
    return this.write(data, anchor, end, 0, 0) ? this.offset - outAt : -1;
  }

  /** Where the four bytes at `next` stood before, or -1; remembers `next`. */
  private find(data: Uint8Array, next: number): number {
    const word = readU32(data, next);
    const hash = Math.imul(word, 0x9e3779b1) >>> (32 - hashBits);
    const found = this.positions[hash]! - 1;
    this.positions[hash] = next + 1;
    return found >= 0 && readU32(data, found) === word ? found : -1;
  }

  /** One sequence: literals from `from` to `to`, then a match if `bytes` is not 0. False when there is no room. */
  private write(data: Uint8Array, from: number, to: number, distance: number, bytes: number): boolean {
    const literals = to - from;
    const room = 1 + literals / 255 + 1 + literals + (bytes === 0 ? 0 : 3 + bytes / 255);
    if (this.offset + room > this.limit) return false;
    const { out } = this;
    const more = bytes === 0 ? 0 : bytes - matchMin;
    out[this.offset++] = (Math.min(long, literals) << 4) | Math.min(long, more);
    if (literals >= long) this.writeLength(literals - long);
    for (let index = from; index < to; index++) out[this.offset++] = data[index]!;
    if (bytes === 0) return true;
    out[this.offset++] = distance;
    out[this.offset++] = distance >>> 8;
    if (more >= long) this.writeLength(more - long);
    return true;
  }

  private writeLength(rest: number): void {
    let left = rest;
    for (; left >= 255; left -= 255) this.out[this.offset++] = 255;
    this.out[this.offset++] = left;
  }

  restore(
    data: Uint8Array,
    at: number,
    length: number,
    out: Uint8Array,
    outAt: number,
    size: number,
  ): boolean {
    const end = at + length;
    const outEnd = outAt + size;
    let from = at;
    let to = outAt;
    while (from < end) {
      const token = data[from++]!;
      let literals = token >> 4;
      if (literals === long) {
        let byte = 255;
        while (byte === 255) {
          if (from >= end) return false;
          byte = data[from++]!;
          literals += byte;
        }
      }
      if (from + literals > end || to + literals > outEnd) return false;
      for (let index = 0; index < literals; index++) out[to++] = data[from++]!;
      if (from === end) return to === outEnd;
      if (from + 2 > end) return false;
      const distance = data[from]! | (data[from + 1]! << 8);
      from += 2;
      let bytes = (token & long) + matchMin;
      if (bytes === long + matchMin) {
        let byte = 255;
        while (byte === 255) {
          if (from >= end) return false;
          byte = data[from++]!;
          bytes += byte;
        }
      }
      if (distance === 0 || to - distance < outAt || to + bytes > outEnd) return false;
      // Byte by byte: a match may reach into itself.
      for (let index = 0; index < bytes; index++, to++) out[to] = out[to - distance]!;
    }
    return false;
  }
}

function matchLength(data: Uint8Array, found: number, next: number, end: number): number {
  let bytes = matchMin;
  while (next + bytes < end && data[found + bytes] === data[next + bytes]) bytes++;
  return bytes;
}
