import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareByWeight } from '#domain/loot/shares.js';

function shares(total: number, ...weights: number[]): number[] {
  const out = new Float64Array(weights.length);
  shareByWeight(total, Float64Array.from(weights), weights.length, out);
  return [...out];
}

describe('shares of a kill', () => {
  it('follow the damage done', () => {
    expect(shares(100, 75, 25)).toEqual([75, 25]);
  });

  it('give the odd unit to the one who did most', () => {
    expect(shares(10, 1, 2, 1)).toEqual([2, 6, 2]);
  });

  it('go to nobody when nobody did damage', () => {
    expect(shareByWeight(10, new Float64Array(2), 2, new Float64Array(2))).toBe(-1);
  });

  it('always add up to the total', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), weights, (total, each) => {
        const out = new Float64Array(each.length);
        const top = shareByWeight(total, Float64Array.from(each), each.length, out);
        const sum = out.reduce((a, b) => a + b, 0);
        expect(sum).toBe(top < 0 ? 0 : total);
        expect(out.every((share) => share >= 0 && Number.isInteger(share))).toBe(true);
      }),
    );
  });
});
