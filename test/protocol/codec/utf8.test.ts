// Text on the wire: hand-written UTF-8 agrees with the platform's, refuses what the standard refuses, and keeps to its cap.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CodecFault } from '#adapters/protocol/codec/codec-fault.js';
import { readPortableText, writePortableText } from '#adapters/protocol/codec/portable-utf8.js';
import { readText, writeText } from '#adapters/protocol/codec/utf8.js';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const platformText = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Every lead byte with every second byte, and what the platform makes of them. */
const pairs = Array.from({ length: 0x8000 }, (_, i) => [0x80 + (i >> 8), i & 0xff])
  .flatMap((pair) => [pair, [...pair, 0x80], [...pair, 0x80, 0x80]])
  .map((bytes) => ({ bytes, text: platformText(Uint8Array.from(bytes)) }));

const readers = [
  // Behind as much text as the host's conversion wants to be asked at all.
  { by: 'the host', readText, before: new Array<number>(40).fill(0x61) },
  { by: 'portable code', readText: readPortableText, before: [] },
];
const writers = [
  { by: 'the host', writeText },
  { by: 'portable code', writeText: writePortableText },
];

describe.each(readers)('reading text by $by', ({ readText, before }) => {
  it('gives what the platform gives, for well-formed and for broken bytes', () => {
    const wellFormed = fc
      .string({ unit: 'binary', maxLength: 60 })
      .map((text) => new TextEncoder().encode(text));
    const broken = fc
      .tuple(wellFormed, fc.nat(), fc.nat({ max: 255 }))
      .map(([bytes, at, value]) => (bytes.length === 0 ? bytes : bytes.with(at % bytes.length, value)));
    const bytes = fc.oneof(wellFormed, broken, fc.uint8Array({ maxLength: 24 }));
    fc.assert(
      fc.property(bytes, (data) => {
        expect(readText(data, 0, data.length)).toBe(platformText(data));
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees with the platform on every pair of a lead byte and a second byte', () => {
    for (const { bytes, text } of pairs) {
      const data = Uint8Array.of(...before, ...bytes);
      const expected = text === undefined ? undefined : 'a'.repeat(before.length) + text;
      if (readText(data, 0, data.length) !== expected) expect(bytes).toBe('equal');
    }
  });

  it('puts text of any length together, also where a pair of surrogates straddles a piece', () => {
    for (let length = 0; length < 200; length++) {
      for (const text of [
        'x'.repeat(length),
        `${'x'.repeat(length)}👋${'y'.repeat(length)}`,
        'é'.repeat(length),
      ]) {
        const bytes = new TextEncoder().encode(text);
        expect(readText(bytes, 0, bytes.length)).toBe(text);
      }
    }
  });

  it('sees nothing outside its bounds', () => {
    const data = new TextEncoder().encode('aé€b');
    expect(readText(data, 1, 3)).toBe('é');
    expect(readText(data, 3, 5)).toBeUndefined();
    expect(readText(data, 2, 2)).toBe('');
  });
});

describe.each(writers)('writing text by $by', ({ writeText }) => {
  it('gives the bytes of the platform behind their length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const bytes = new TextEncoder().encode(text);
        const out = new Uint8Array(300).fill(0xa5);
        expect(writeText(text, out, 3, 255)).toBe(4 + bytes.length);
        expect(out[3]).toBe(bytes.length);
        expect(out.subarray(4, 4 + bytes.length)).toEqual(bytes);
        expect(out[4 + bytes.length]).toBe(0xa5);
        expect(writeText(text, out, 0, 300)).toBe(2 + bytes.length);
        expect(out.subarray(0, 2)).toEqual(Uint8Array.of(bytes.length & 0xff, bytes.length >> 8));
      }),
    );
  });

  it('does the same in memory that threads share, with any cap and any room, and never writes behind either', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '👋', '\ud83d'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat({ max: 90 }), fc.nat({ max: 90 }), (said, cap, room) => {
        const out = new Uint8Array(new SharedArrayBuffer(200)).subarray(0, 100 + room);
        const end = writeText(said, out, 100, cap);
        expect(end).toBe(writePortableText(said, new Uint8Array(100 + room), 100, cap));
        expect(new Uint8Array(out.buffer).subarray(101 + cap).every((byte) => byte === 0)).toBe(true);
        if (end > 0) expect(readText(out, 101, end)).toBe(said);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses one byte above the cap, even when that byte is the middle of a character', () => {
    const out = new Uint8Array(64);
    expect(writeText('abcd', out, 0, 4)).toBe(5);
    expect(writeText('abcde', out, 0, 4)).toBe(CodecFault.tooLong);
    expect(writeText('ab€', out, 0, 4)).toBe(CodecFault.tooLong);
    expect(writeText('ab€', out, 0, 5)).toBe(6);
    expect(writeText('👋', out, 0, 3)).toBe(CodecFault.tooLong);
  });

  it('refuses when there is no room, also for the length alone', () => {
    expect(writeText('', new Uint8Array(0), 0, 24)).toBe(CodecFault.noRoom);
    expect(writeText('', new Uint8Array(1), 0, 300)).toBe(CodecFault.noRoom);
    expect(writeText('ab', new Uint8Array(2), 0, 24)).toBe(CodecFault.noRoom);
    expect(writeText('ab', new Uint8Array(3), 0, 24)).toBe(3);
  });

  const loneSurrogates = ['\ud800', 'a\udc00', '\ud83d\ud83d\udc4b', '\udc4b\ud83d'];
  it.each([...loneSurrogates, ...loneSurrogates.map((text) => `${'x'.repeat(20)}${text}`)])(
    'refuses a lone surrogate: %j',
    (text) => {
      expect(writeText(text, new Uint8Array(64), 0, 60)).toBe(CodecFault.badText);
    },
  );
});
