// WebAssembly's variable-length integers, at the lengths' edges, and through a module that gives them back.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signedLeb128, unsignedLeb128 } from '#adapters/wasm/leb128.js';

/** Plain twins: what a reader of the format does. */
function readUnsigned(bytes: readonly number[]): number {
  return bytes.reduceRight((value, byte) => value * 128 + (byte & 127), 0);
}

function readSigned(bytes: readonly number[]): bigint {
  const value = bytes.reduceRight((sum, byte) => sum * 128n + BigInt(byte & 127), 0n);
  return BigInt.asIntN(7 * bytes.length, value);
}

function endsOnce(bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => byte >> 7 === (index < bytes.length - 1 ? 1 : 0));
}

describe('LEB128', () => {
  it.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [16_383, [0xff, 0x7f]],
    [16_384, [0x80, 0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 31, [0x80, 0x80, 0x80, 0x80, 0x08]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('writes %d unsigned', (value, bytes) => {
    expect(unsignedLeb128(value)).toEqual(bytes);
  });

  it.each<[bigint, number[]]>([
    [0n, [0x00]],
    [-1n, [0x7f]],
    [63n, [0x3f]],
    [64n, [0xc0, 0x00]],
    [-64n, [0x40]],
    [-65n, [0xbf, 0x7f]],
    [-123_456n, [0xc0, 0xbb, 0x78]],
    [8191n, [0xff, 0x3f]],
    [8192n, [0x80, 0xc0, 0x00]],
    [0xffff_ffffn, [0xff, 0xff, 0xff, 0xff, 0x0f]],
    [2n ** 63n - 1n, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00]],
    [-(2n ** 63n), [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f]],
  ])('writes %d signed', (value, bytes) => {
    expect(signedLeb128(value)).toEqual(bytes);
  });

  it('is read back as what was written, in as few bytes as there can be', () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (unsigned, signed) => {
        const bytes = unsignedLeb128(unsigned);
        expect(readUnsigned(bytes)).toBe(unsigned);
        expect(endsOnce(bytes) && (bytes.length === 1 || bytes.at(-1) !== 0)).toBe(true);
        expect(readSigned(signedLeb128(signed))).toBe(signed);
        expect(endsOnce(signedLeb128(signed))).toBe(true);
      }),
    );
  });

  it('refuses what it cannot write', () => {
    for (const value of [-1, 2 ** 32, 0.5, NaN]) expect(() => unsignedLeb128(value)).toThrow(RangeError);
    for (const value of [2n ** 63n, -(2n ** 63n) - 1n]) expect(() => signedLeb128(value)).toThrow(RangeError);
  });
});
