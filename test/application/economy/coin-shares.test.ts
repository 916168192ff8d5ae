// Shares of coins from buckets, against those of every single purse.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CoinBuckets } from '#application/economy/coin-shares.js';

/** By its definition: half of the mean distance of two holders, by the mean. */
function plainGini(purses: readonly number[]): number {
  let distances = 0;
  for (const a of purses) for (const b of purses) distances += Math.abs(a - b);
  const sum = purses.reduce((all, coins) => all + coins, 0);
  return distances / (2 * purses.length * sum);
}

function plainShare(purses: readonly number[], part: number): number {
  const richest = [...purses].sort((a, b) => b - a).slice(0, Math.max(1, Math.round(purses.length * part)));
  const sum = (list: readonly number[]) => list.reduce((all, coins) => all + coins, 0);
  return sum(richest) / sum(purses);
}

function bucketsOf(purses: readonly number[]): CoinBuckets {
  const buckets = new CoinBuckets();
  for (const coins of purses) buckets.count(coins, 1);
  return buckets;
}

describe('shares of coins', () => {
  it('are those of the single purses, to a hundredth', () => {
    const purse = fc.oneof(
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 2 ** 40 }),
    );
    fc.assert(
      fc.property(fc.array(purse, { minLength: 1, maxLength: 200 }), (purses) => {
        const { holders, coins, gini, top1, top10 } = bucketsOf(purses).shares();
        expect([holders, coins]).toEqual([purses.length, purses.reduce((sum, each) => sum + each, 0)]);
        expect(Math.abs(gini - plainGini(purses))).toBeLessThan(0.01);
        expect(Math.abs(top1 - plainShare(purses, 0.01))).toBeLessThan(0.02);
        expect(Math.abs(top10 - plainShare(purses, 0.1))).toBeLessThan(0.02);
      }),
    );
  });

  it('forget a purse that changed, and those of nobody', () => {
    const buckets = bucketsOf([50, 0, 1_000_000]);
    buckets.count(1_000_000, -1);
    buckets.count(50, 1);
    expect(buckets.shares()).toEqual({ holders: 2, coins: 100, top1: 0.5, top10: 0.5, gini: 0 });
    expect(new CoinBuckets().shares()).toEqual({ holders: 0, coins: 0, top1: 0, top10: 0, gini: 0 });
  });

  it('know the largest purse there can be', () => {
    expect(bucketsOf([Number.MAX_SAFE_INTEGER]).shares()).toMatchObject({ holders: 1, top1: 1 });
  });
});
