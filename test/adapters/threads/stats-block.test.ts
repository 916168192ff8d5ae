// Numbers that one thread writes and another reads.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  durationBucket,
  durationBuckets,
  durationBucketTopUs,
} from '#adapters/threads/stats/duration-histogram.js';
import { createStatsBlock, StatsReader, StatsWriter } from '#adapters/threads/stats/stats-block.js';

const names = {
  counters: ['packetsIn', 'packetsOut'],
  gauges: ['players'],
  durations: ['tick', 'save'],
} as const;

function block() {
  const handle = createStatsBlock(names);
  return { writer: new StatsWriter(names, handle), reader: new StatsReader(names, handle) };
}

describe('stats block', () => {
  it('counters add up, gauges are replaced', () => {
    const { writer, reader } = block();
    writer.add(writer.counter('packetsOut'), 3);
    writer.add(writer.counter('packetsOut'), 4);
    writer.set(writer.gauge('players'), 200);
    writer.set(writer.gauge('players'), 150.5);
    expect([reader.counter('packetsIn'), reader.counter('packetsOut'), reader.gauge('players')]).toEqual([
      0, 7, 150.5,
    ]);
  });

  it('a window holds what was recorded since the last look, each window by itself', () => {
    const { writer, reader } = block();
    const tick = writer.duration('tick');
    writer.record(tick, 1_000_000);
    const window = reader.window('tick');
    const other = reader.window('tick');
    for (let us = 1; us <= 60; us++) writer.record(tick, us);
    window.advance();
    expect([window.count, window.quantileUs(0.5), window.quantileUs(0.99), window.quantileUs(1)]).toEqual([
      60, 30, 60, 60,
    ]);
    writer.record(tick, 5);
    window.advance();
    expect([window.count, window.quantileUs(1)]).toEqual([1, 5]);
    window.advance();
    expect([window.count, window.quantileUs(0.5)]).toEqual([0, 0]);
    other.advance();
    expect(other.count).toBe(61);
    const save = reader.window('save');
    save.advance();
    expect(save.count).toBe(0);
  });

  it('counts that wrapped still give the right window', () => {
    const handle = createStatsBlock(names);
    const firstBucket = (names.counters.length + names.gauges.length) * 2;
    new Uint32Array(handle.buffer)[firstBucket + 9] = 0xffffffff;
    const window = new StatsReader(names, handle).window('tick');
    const writer = new StatsWriter(names, handle);
    writer.record(writer.duration('tick'), 9);
    writer.record(writer.duration('tick'), 9);
    window.advance();
    expect([window.count, window.quantileUs(0.5)]).toEqual([2, 9]);
  });

  it('a bucket tells a duration to 3.2 %, and buckets are in order', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2 ** 27 - 1, noNaN: true }), (us) => {
        const top = durationBucketTopUs(durationBucket(us));
        expect(top).toBeGreaterThanOrEqual(Math.floor(us));
        expect(top).toBeLessThanOrEqual(Math.floor(us) * (1 + 1 / 32));
      }),
    );
    for (let i = 0; i < durationBuckets; i++) expect(durationBucket(durationBucketTopUs(i))).toBe(i);
  });

  it('impossible durations are counted at the ends', () => {
    expect([-1, NaN, 0.9].map(durationBucket)).toEqual([0, 0, 0]);
    expect([2 ** 27, 1e12, Infinity].map(durationBucket)).toEqual(
      new Array<number>(3).fill(durationBuckets - 1),
    );
  });

  it('a name that appears twice and a block of other names are refused', () => {
    expect(() => createStatsBlock({ counters: ['a'], gauges: ['a'], durations: [] })).toThrow('twice');
    const other = createStatsBlock({ counters: ['a'], gauges: [], durations: [] });
    expect(() => new StatsReader(names, other)).toThrow('other names');
  });
});
