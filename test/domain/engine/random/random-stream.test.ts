import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRandomStreams } from '#domain/engine/random/random-stream.js';

const names = ['first', 'second'] as const;
const draw = (stream: { next(): number }, count: number) =>
  Array.from({ length: count }, () => stream.next());

describe('random streams', () => {
  it('repeat themselves for the same seed and name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
        const a = createRandomStreams(seed, names).streams.second;
        const b = createRandomStreams(seed, names).streams.second;
        expect(draw(a, 5)).toEqual(draw(b, 5));
      }),
    );
  });

  it('differ by seed and by name', () => {
    const { streams } = createRandomStreams(1, names);
    const other = createRandomStreams(2, names).streams;
    const sequences = [streams.first, streams.second, other.first].map((stream) => draw(stream, 4).join());
    expect(new Set(sequences).size).toBe(3);
  });

  it('do not depend on which other streams exist or are drawn from', () => {
    const alone = createRandomStreams(9, ['second']).streams.second;
    const { streams } = createRandomStreams(9, names);
    draw(streams.first, 100);
    expect(draw(streams.second, 3)).toEqual(draw(alone, 3));
  });

  it('continue from a copied state', () => {
    const { streams, state } = createRandomStreams(5, names);
    const copy = state.slice();
    const drawn = draw(streams.first, 6);
    state.set(copy);
    expect(draw(streams.first, 6)).toEqual(drawn);
  });

  it('stay in their ranges and use all of them evenly', () => {
    const { first } = createRandomStreams(3, names).streams;
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) counts[first.wholeBetween(0, 5)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    for (let i = 0; i < 1000; i++) {
      const value = first.between(-2, 3);
      expect(value >= -2 && value < 3).toBe(true);
    }
    expect(first.chance(0)).toBe(false);
    expect(first.chance(1)).toBe(true);
  });
});
