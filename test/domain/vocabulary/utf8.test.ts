import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeUtf8, utf8Bytes } from '#domain/vocabulary/bytes/utf8.js';

describe('UTF-8', () => {
  it('is what every other encoder writes', () => {
    const encoder = new TextEncoder();
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...encodeUtf8(text)]).toEqual([...encoder.encode(text)]);
        expect(utf8Bytes(text)).toBe(encoder.encode(text).length);
      }),
    );
  });

  it('writes the replacement character for half a surrogate pair', () => {
    expect([...encodeUtf8('a\ud800')]).toEqual([0x61, 0xef, 0xbf, 0xbd]);
  });
});
