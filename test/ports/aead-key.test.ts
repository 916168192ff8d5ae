// Keys as words: the same bytes again, a copy of its own, and nothing but whole keys.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aeadKeyOf, bytesOfAeadKey, requireAeadKey } from '#ports/network/aead-key.js';

it('gives the bytes back, wherever they stood', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(9), (bytes, at) => {
      const around = new Uint8Array(48);
      around.set(bytes, at);
      expect(bytesOfAeadKey(aeadKeyOf(around.subarray(at, at + 32)))).toEqual(bytes);
    }),
  );
});

it('has its words least significant byte first, and keeps its own copy', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
  const key = aeadKeyOf(bytes);
  bytes.fill(0);
  expect(key[0]).toBe(0x04030201);
  expect(key[7]).toBe(0x201f1e1d);
});

it('refuses other lengths and places outside the array', () => {
  for (const length of [0, 31, 33]) expect(() => aeadKeyOf(new Uint8Array(length))).toThrow(RangeError);
  expect(() => requireAeadKey(new Int32Array(8), 0)).not.toThrow();
  for (const at of [-1, 1, 0.5, NaN]) expect(() => requireAeadKey(new Int32Array(8), at)).toThrow(RangeError);
});
