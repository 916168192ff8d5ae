// Unsigned LEB128 below 2^32: seven bits a byte, lowest first, the highest bit says that more follow.
// Only the shortest form is valid, so a value's size follows from the value and decoding needs no second result.

import { CodecFault } from './codec-fault.js';

/** `value` is an integer in [0, 2^32). Returns the new offset or `noRoom`. */
export function writeVarint(value: number, out: Uint8Array, at: number): number {
  if (at + varintSize(value) > out.length) return CodecFault.noRoom;
  while (value >= 0x80) {
    out[at++] = value | 0x80;
    value >>>= 7;
  }
  out[at++] = value;
  return at;
}

/** The same for who sees to the room: afterwards, because behind the end of a typed array nothing is written. */
export function putVarint(value: number, out: Uint8Array, at: number): number {
  while (value >= 0x80) {
    out[at++] = value | 0x80;
    value >>>= 7;
  }
  out[at++] = value;
  return at;
}

/** Bytes that `value` takes, 1 to 5. */
export function varintSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  return value < 0x1000_0000 ? 4 : 5;
}

/** The value at `at`, or a fault. The new offset is `at + varintSize(value)`. */
export function readVarint(data: Uint8Array, at: number, end: number): number {
  if (at >= end) return CodecFault.truncated;
  const first = data[at]!;
  if (first < 0x80) return first;
  let value = first & 0x7f;
  for (let shift = 7; shift < 35; shift += 7) {
    if (++at >= end) return CodecFault.truncated;
    const byte = data[at]!;
    if (shift === 28 && byte > 0x0f) return CodecFault.outOfRange;
    value = (value | ((byte & 0x7f) << shift)) >>> 0;
    if (byte < 0x80) return byte === 0 ? CodecFault.notCanonical : value;
  }
  return CodecFault.outOfRange;
}
