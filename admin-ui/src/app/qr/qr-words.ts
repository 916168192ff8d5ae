// The words of a QR code (ISO/IEC 18004): a text as bytes, padded, in blocks with words to correct errors, interleaved.
// Level M (15 % may be unreadable), versions 1 to 20: up to 666 bytes, where a key URI has some two hundred.

import { correctionWords } from './reed-solomon';

const versionMax = 20;
/** By version, from 1 on; table 9 of the standard, level M. */
const correctionPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

export interface QrWords {
  readonly version: number;
  readonly words: Uint8Array;
}

/** Throws for a text that is too long. */
export function qrWords(text: string): QrWords {
  const bytes = new TextEncoder().encode(text);
  const fitting = Array.from({ length: versionMax }, (_, i) => i + 1).find(
    (one) => 4 + countBits(one) + bytes.length * 8 <= dataWords(one) * 8,
  );
  if (fitting === undefined) throw new Error(`a QR code holds 666 bytes, not ${bytes.length}`);
  return { version: fitting, words: interleave(fitting, pad(fitting, bytes)) };
}

/** How many modules are left for words: all but the patterns. */
export function rawModules(version: number): number {
  const all = (16 * version + 128) * version + 64;
  if (version === 1) return all;
  const alignments = Math.floor(version / 7) + 2;
  return all - ((25 * alignments - 10) * alignments - 55) - (version >= 7 ? 36 : 0);
}

function dataWords(version: number): number {
  return (rawModules(version) >> 3) - correctionPerBlock[version - 1]! * blocks[version - 1]!;
}

/** Of the number that says how long the text is. */
function countBits(version: number): number {
  return version < 10 ? 8 : 16;
}

/** Mode, length, text, end, and words that only fill. */
function pad(version: number, bytes: Uint8Array): Uint8Array {
  const capacity = dataWords(version);
  const bits = [
    '0100',
    bytes.length.toString(2).padStart(countBits(version), '0'),
    ...[...bytes].map((byte) => byte.toString(2).padStart(8, '0')),
  ].join('');
  const ended = bits + '0'.repeat(Math.min(4, capacity * 8 - bits.length));
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0').match(/.{8}/g) ?? [];
  const words = Uint8Array.from({ length: capacity }, (_, i) => ((i - whole.length) % 2 === 0 ? 0xec : 0x11));
  whole.forEach((word, i) => (words[i] = Number.parseInt(word, 2)));
  return words;
}

function interleave(version: number, data: Uint8Array): Uint8Array {
  const count = blocks[version - 1]!;
  const correction = correctionPerBlock[version - 1]!;
  const shortLength = Math.floor(data.length / count);
  const longFrom = count - (data.length % count);
  const parts: { data: Uint8Array; correction: Uint8Array }[] = [];
  for (let block = 0, at = 0; block < count; block++) {
    const part = data.subarray(at, (at += shortLength + (block < longFrom ? 0 : 1)));
    parts.push({ data: part, correction: correctionWords(part, correction) });
  }
  const words: number[] = [];
  for (let i = 0; i <= shortLength; i++)
    for (const part of parts) if (i < part.data.length) words.push(part.data[i]!);
  for (let i = 0; i < correction; i++) for (const part of parts) words.push(part.correction[i]!);
  return Uint8Array.from(words);
}
