import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { facingOf } from '#domain/body/facing.js';

const facing = (dx: number, dy: number) => facingOf(Float64Array.of(dx, dy));

describe('facing', () => {
  it('is 0 to the east and turns clockwise', () => {
    expect([facing(1, 0), facing(1, 1), facing(0, 1), facing(-1, 1)]).toEqual([0, 32, 64, 96]);
    expect([facing(-1, 0), facing(-1, -1), facing(0, -1), facing(1, -1)]).toEqual([128, 160, 192, 224]);
    expect(facing(0, 0)).toBe(0);
  });

  it('is the true direction or the one beside it', () => {
    const part = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(part, part, (dx, dy) => {
        fc.pre(Math.hypot(dx, dy) > 1e-6);
        const exact = (Math.atan2(dy, dx) * 128) / Math.PI;
        const off = Math.abs(facing(dx, dy) - exact) % 256;
        expect(Math.min(off, 256 - off)).toBeLessThanOrEqual(0.7);
      }),
    );
  });
});
