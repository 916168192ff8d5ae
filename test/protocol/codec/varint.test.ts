// Varints: every 32-bit value has one form, and no other form is read.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CodecFault, codecFaultName } from '#adapters/protocol/codec/codec-fault.js';
import { readVarint, varintSize, writeVarint } from '#adapters/protocol/codec/varint.js';

const steps = [
  0,
  1,
  2 ** 7 - 1,
  2 ** 7,
  2 ** 14 - 1,
  2 ** 14,
  2 ** 21 - 1,
  2 ** 21,
  2 ** 28 - 1,
  2 ** 28,
  2 ** 31,
  2 ** 32 - 1,
];
const values = fc.oneof(fc.constantFrom(...steps), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

describe('a varint', () => {
  it('comes back from its bytes, whose number follows from the value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const out = new Uint8Array(8);
        const end = writeVarint(value, out, 1);
        expect(end).toBe(1 + varintSize(value));
        expect(readVarint(out, 1, end)).toBe(value);
        for (let short = 1; short < end; short++)
          expect(readVarint(out, 1, short)).toBe(CodecFault.truncated);
        expect(writeVarint(value, out.subarray(0, end - 1), 1)).toBe(CodecFault.noRoom);
      }),
    );
  });

  it('is read in its shortest form alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 6 }), (data) => {
        const value = readVarint(data, 0, data.length);
        if (value < 0) return expect(codecFaultName(value)).not.toBe('unknown');
        const out = new Uint8Array(8);
        const end = writeVarint(value, out, 0);
        expect(out.subarray(0, end)).toEqual(data.subarray(0, end));
      }),
      { numRuns: 2000 },
    );
    expect(readVarint(Uint8Array.of(0x80, 0), 0, 2)).toBe(CodecFault.notCanonical);
    expect(readVarint(Uint8Array.of(0xff, 0x80, 0), 0, 3)).toBe(CodecFault.notCanonical);
    expect(readVarint(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x10), 0, 5)).toBe(CodecFault.outOfRange);
    expect(readVarint(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x8f, 0), 0, 6)).toBe(CodecFault.outOfRange);
  });
});

describe('a fault', () => {
  it('has a name for counters, and numbers that are none are unknown', () => {
    expect(Object.entries(CodecFault).map(([, code]) => codecFaultName(code))).toEqual(
      Object.keys(CodecFault),
    );
    expect(codecFaultName(7)).toBe('unknown');
  });
});
