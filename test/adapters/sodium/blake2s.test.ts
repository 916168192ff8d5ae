// Our BLAKE2s against RFC 7693, OpenSSL and @noble/hashes.

import { describe, expect, it } from '@jest/globals';
import { blake2s } from '@noble/hashes/blake2.js';
import { hmac } from '@noble/hashes/hmac.js';
import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { Blake2s } from '#adapters/sodium/blake2s.js';

const ours = new Blake2s();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 0xff);

describe('BLAKE2s', () => {
  it('gives what RFC 7693, appendix B, says for abc', () => {
    expect(hex(ours.hash(Buffer.from('abc')))).toBe(
      '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982',
    );
  });

  it('is OpenSSL’s for every length up to five blocks', () => {
    for (let length = 0; length <= 320; length++) {
      const data = bytes(length);
      expect([length, hex(ours.hash(data))]).toEqual([
        length,
        createHash('blake2s256').update(data).digest('hex'),
      ]);
    }
  });

  it('is OpenSSL’s as an HMAC, for keys shorter, as long and longer than a block', () => {
    for (const keyLength of [0, 1, 31, 32, 63, 64, 65, 200]) {
      for (const length of [0, 1, 32, 63, 64, 65, 127, 128, 129, 300]) {
        const [key, data] = [bytes(keyLength), bytes(length)];
        const theirs = createHmac('blake2s256', key).update(data).digest('hex');
        expect([keyLength, length, hex(ours.hmac(key, data))]).toEqual([keyLength, length, theirs]);
      }
    }
  });

  it('is @noble/hashes’ for whatever is given, one after the other', () => {
    const some = fc.uint8Array({ maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(some, some, (key, data) => {
        expect(hex(ours.hash(data))).toBe(hex(blake2s(data)));
        expect(hex(ours.hmac(key, data))).toBe(hex(hmac(blake2s, key, data)));
      }),
    );
  });
});
