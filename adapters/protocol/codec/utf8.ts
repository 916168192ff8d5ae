// Text on the wire: UTF-8 behind its length, exact about what is refused. Where the host converts text itself (Node's
// Buffer), longer text goes through it, which takes half the time; what it would repair in silence, and everything where
// there is no such host, is left to the portable code. Both give the same bytes, the same text and the same faults.

import { readPortableText, writePortableText } from './portable-utf8.js';

/** Methods of Buffer.prototype that work on every Uint8Array. */
interface HostText {
  /** Broken sequences become U+FFFD. */
  utf8Slice(this: Uint8Array, at: number, end: number): string;
  /** Writes whole characters into `room` bytes and returns how many it took; lone surrogates become U+FFFD. */
  utf8Write(this: Uint8Array, text: string, at: number, room: number): number;
}

/** Below these, calling the host costs more than it saves (measured, see bench/RESULTS.md). */
const hostUnitsMin = 16;
const hostBytesMin = 28;
/** Bytes that may stay free because the next character does not fit. */
const characterBytesMax = 4;

const { utf8Slice, utf8Write } = hostText();

function hostText(): Partial<HostText> {
  const host = (globalThis as { Buffer?: { prototype?: Partial<HostText> } }).Buffer?.prototype;
  const complete = typeof host?.utf8Slice === 'function' && typeof host.utf8Write === 'function';
  return complete ? host : {};
}

/**
 * Writes the length (one byte, or two where `cap` is above 255) and the text. Returns the new offset, `tooLong` above
 * `cap` bytes, `badText` for a lone surrogate, or `noRoom`.
 */
export function writeText(text: string, out: Uint8Array, at: number, cap: number): number {
  if (utf8Write === undefined || text.length < hostUnitsMin) return writePortableText(text, out, at, cap);
  const start = at + (cap > 0xff ? 2 : 1);
  const room = Math.min(out.length - start, cap);
  // With that much room to spare the text was not cut off, whatever its characters.
  if (text.length + characterBytesMax > room) return writePortableText(text, out, at, cap);
  const length = utf8Write.call(out, text, start, room);
  // As many bytes as code units: ASCII. Otherwise a lone surrogate may have been repaired, or the end cut off.
  if (length !== text.length && (length > room - characterBytesMax || !text.isWellFormed()))
    return writePortableText(text, out, at, cap);
  out[at] = length;
  if (cap > 0xff) out[at + 1] = length >> 8;
  return start + length;
}

/** The text of the bytes in `[at, end)`, or undefined when they are no well-formed UTF-8. */
export function readText(data: Uint8Array, at: number, end: number): string | undefined {
  if (utf8Slice === undefined || end - at < hostBytesMin) return readPortableText(data, at, end);
  const text = utf8Slice.call(data, at, end);
  // U+FFFD may stand for something broken, or for itself.
  return text.includes('\ufffd') ? readPortableText(data, at, end) : text;
}
