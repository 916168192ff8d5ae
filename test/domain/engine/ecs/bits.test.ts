import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bitsOfRun, countBits, lowestBit } from '#domain/engine/ecs/bits.js';

const positions = (bits: number) => Array.from({ length: 32 }, (_, i) => i).filter((i) => (bits >>> i) & 1);

describe('bits of a word', () => {
  it('are counted and found as by looking at each', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(0xffff_ffff), fc.constantFrom(0, 1, 0x8000_0000, 0xffff_ffff, -1)),
        (bits) => {
          expect(countBits(bits)).toBe(positions(bits).length);
          expect(lowestBit(bits)).toBe(positions(bits)[0] ?? -1);
        },
      ),
    );
  });

  it('of a run are those of its rows', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 100 }), (start, length) => {
        const end = start + length;
        for (let word = start >>> 5; word << 5 < end; word++)
          expect(positions(bitsOfRun(word, start, end))).toEqual(
            positions(-1).filter((bit) => word * 32 + bit >= start && word * 32 + bit < end),
          );
      }),
    );
  });
});
