// A text inside bytes: its length in bytes of UTF-8 as u16, then those. Writing allocates nothing.

import { putU16, u16At } from './little-endian.js';
import { utf8Bytes } from './utf8.js';

/** The next free byte, or -1 when there is no room; nothing is written then. Half a surrogate pair becomes U+FFFD. */
export function putText(out: Uint8Array, at: number, text: string): number {
  const length = utf8Bytes(text);
  if (length > 0xffff) throw new RangeError(`a text of ${length} bytes; 65,535 is the most that facts carry`);
  if (at + 2 + length > out.length) return -1;
  putU16(out, at, length);
  let next = at + 2;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    next = putPoint(out, next, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return next;
}

function putPoint(out: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    out[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    out[at] = 0xc0 | (point >>> 6);
    out[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x1_0000) {
    out[at] = 0xe0 | (point >>> 12);
    out[at + 1] = 0x80 | ((point >>> 6) & 0x3f);
    out[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  out[at] = 0xf0 | (point >>> 18);
  out[at + 1] = 0x80 | ((point >>> 12) & 0x3f);
  out[at + 2] = 0x80 | ((point >>> 6) & 0x3f);
  out[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}

/** Where what follows the text begins, or -1 when it does not end before `end`. */
export function endOfText(bytes: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return -1;
  const next = at + 2 + u16At(bytes, at);
  return next > end ? -1 : next;
}

/** Of a text whose end `endOfText` gave. What is no UTF-8 is undefined. */
export function textAt(bytes: Uint8Array, at: number): string | undefined {
  const end = at + 2 + u16At(bytes, at);
  let text = '';
  for (let i = at + 2; i < end;) {
    const lead = bytes[i]!;
    const more =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0 || i + more >= end) return undefined;
    let point = more === 0 ? lead : lead & (0x3f >> more);
    for (let k = 1; k <= more; k++) {
      const byte = bytes[i + k]!;
      if ((byte & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (byte & 0x3f);
    }
    if (!isWhole(point, more)) return undefined;
    text += String.fromCodePoint(point);
    i += 1 + more;
  }
  return text;
}

/** Not written longer than it needs to be, no surrogate, no more than U+10FFFF. */
function isWhole(point: number, more: number): boolean {
  if (more === 2) return point >= 0x800 && (point < 0xd800 || point > 0xdfff);
  return more < 3 || (point >= 0x1_0000 && point <= 0x10_ffff);
}
