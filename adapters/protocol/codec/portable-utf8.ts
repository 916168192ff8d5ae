// UTF-8 by hand, because the protocol runs where TextEncoder may not exist and must say exactly what it refuses:
// overlong forms, surrogates and code points above U+10FFFF (Unicode 15, table 3-7).

import { CodecFault } from './codec-fault.js';

/** Code units that become a string at once. Arguments travel on the stack, so not too many. */
const chunkUnits = 64;
const chunk = new Array<number>(chunkUnits).fill(0);
// An argument list for each length, so that none has to be made.
const unitsByLength = Array.from({ length: chunkUnits + 1 }, (_, length) =>
  new Array<number>(length).fill(0),
);

/**
 * Writes the length (one byte, or two where `cap` is above 255) and the text. Returns the new offset, `tooLong` above
 * `cap` bytes, `badText` for a lone surrogate, or `noRoom`.
 */
export function writePortableText(text: string, out: Uint8Array, at: number, cap: number): number {
  const prefix = cap > 0xff ? 2 : 1;
  const start = at + prefix;
  const limit = Math.min(out.length, start + cap);
  let to = start;
  let i = 0;
  // As long as it is ASCII, the length in code units is the length in bytes and one check serves all.
  if (start + text.length <= limit) {
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) break;
      out[to++] = code;
    }
  }
  for (; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      if (to + 1 > limit) return overflow(out, start, cap);
      out[to++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (code > 0xdbff || low < 0xdc00 || low > 0xdfff) return CodecFault.badText;
      code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      i++;
    }
    const size = code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (to + size > limit) return overflow(out, start, cap);
    if (size === 2) out[to] = 0xc0 | (code >> 6);
    else if (size === 3) out[to] = 0xe0 | (code >> 12);
    else out[to] = 0xf0 | (code >> 18);
    for (let rest = size - 1; rest > 0; rest--)
      out[to + size - rest] = 0x80 | ((code >> (6 * (rest - 1))) & 0x3f);
    to += size;
  }
  if (start > out.length) return CodecFault.noRoom;
  const length = to - start;
  out[at] = length;
  if (prefix === 2) out[at + 1] = length >> 8;
  return to;
}

/** The text of the bytes in `[at, end)`, or undefined when they are no well-formed UTF-8. */
export function readPortableText(data: Uint8Array, at: number, end: number): string | undefined {
  const length = end - at;
  if (length <= 0) return '';
  if (length > chunkUnits) return readAnyText(data, at, end);
  // Nearly all text is short and ASCII: a name, a word of chat.
  const units = unitsByLength[length]!;
  for (let i = 0; i < length; i++) {
    const byte = data[at + i]!;
    if (byte >= 0x80) return readAnyText(data, at, end);
    units[i] = byte;
  }
  return String.fromCharCode.apply(undefined, units);
}

function readAnyText(data: Uint8Array, at: number, end: number): string | undefined {
  let text = '';
  let filled = 0;
  while (at < end) {
    const first = data[at]!;
    if (first < 0x80) {
      chunk[filled++] = first;
      at++;
    } else {
      const size = sequenceSize(data, at, end);
      if (size === 0) return undefined;
      const code = codePoint(data, at, size);
      if (code < 0x1_0000) chunk[filled++] = code;
      else {
        chunk[filled++] = 0xd7c0 + (code >> 10);
        chunk[filled++] = 0xdc00 + (code & 0x3ff);
      }
      at += size;
    }
    if (filled >= chunkUnits - 1) {
      text += textOfChunk(filled);
      filled = 0;
    }
  }
  return filled === 0 ? text : text + textOfChunk(filled);
}

/**
 * The first `filled` code units of the chunk as a string, in one piece: adding characters one by one would leave a chain
 * of strings behind that cost five times the memory and have to be joined later.
 */
function textOfChunk(filled: number): string {
  const units = unitsByLength[filled]!;
  for (let i = 0; i < filled; i++) units[i] = chunk[i]!;
  return String.fromCharCode.apply(undefined, units);
}

/** Bytes of the well-formed sequence at `at`, or 0. */
function sequenceSize(data: Uint8Array, at: number, end: number): number {
  const first = data[at]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + size > end) return 0;
  const second = data[at + 1]!;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = 2; i < size; i++) if ((data[at + i]! & 0xc0) !== 0x80) return 0;
  return size;
}

function codePoint(data: Uint8Array, at: number, size: number): number {
  if (size === 1) return data[at]!;
  let code = data[at]! & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) code = (code << 6) | (data[at + i]! & 0x3f);
  return code;
}

/** Whether it was the cap or the buffer that ended the text. */
function overflow(out: Uint8Array, start: number, cap: number): number {
  return start + cap <= out.length ? CodecFault.tooLong : CodecFault.noRoom;
}
