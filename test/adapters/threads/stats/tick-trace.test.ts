// What the last ticks did with their time, as one thread writes it and another reads it.

import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  createTickTrace,
  TickTraceReader,
  TickTraceWriter,
  type TickTraceHandle,
} from '#adapters/threads/stats/tick-trace.js';

const kept = 2100;
const clock = { ms: 0, nowMs: () => clock.ms };
let handle: TickTraceHandle;
let writer: TickTraceWriter;
let reader: TickTraceReader;

beforeEach(() => {
  clock.ms = 0;
  handle = createTickTrace(2);
  writer = new TickTraceWriter(handle);
  reader = new TickTraceReader(handle, clock);
});

/** A tick that took so long in its first phase, and one µs in its second. */
function tick(us: number, lengthMs = 1): void {
  writer.took(0, us);
  writer.took(1, 1);
  clock.ms += lengthMs;
  writer.ended(clock.ms);
}

describe('the trace of ticks', () => {
  it('is empty before the first has ended', () => {
    writer.took(0, 7);
    expect(reader.last(30_000)).toEqual([]);
  });

  it('has those that ended in the time asked for, oldest first', () => {
    for (const us of [10, 20, 30, 40]) tick(us);
    writer.took(0, 99);
    expect(reader.last(2)).toEqual([
      { agoMs: 2, us: [20, 1] },
      { agoMs: 1, us: [30, 1] },
      { agoMs: 0, us: [40, 1] },
    ]);
    expect(reader.last(30_000)).toHaveLength(4);
  });

  it('keeps so many, and never shows the one that is being written', () => {
    for (let us = 1; us <= 3 * kept; us++) tick(us);
    writer.took(0, 99);
    const read = reader.last(Infinity);
    expect(read.map(({ us }) => us[0])).toEqual(
      Array.from({ length: kept - 1 }, (_, i) => 3 * kept - (kept - 2) + i),
    );
  });

  it('drops what is overwritten while it is read', () => {
    for (let us = 1; us <= kept; us++) tick(us);
    let looks = 0;
    const busy = new TickTraceReader(handle, {
      nowMs: () => {
        // Between the reader's first look and its last, more ticks end.
        if (looks++ === 0) for (let us = 1; us <= 50; us++) tick(-us);
        return clock.ms;
      },
    });
    const read = busy.last(Infinity);
    // Of the ticks that had ended when it began, the oldest are gone: none of them is told with the time of a later one.
    expect(read.every(({ us }) => us[0]! > 50)).toBe(true);
    expect(read).toHaveLength(kept - 51);
  });

  it('goes on when more have ended than 32 bits count, as they have after a year and some weeks', () => {
    // What whole rounds over the kept ones leave standing just before that.
    const rounds = Math.floor(2 ** 31 / kept) * kept;
    new Float64Array(handle.buffer, 0, 1)[0] = rounds;
    for (let us = 1; us <= 2 * kept; us++) tick(us);
    expect(reader.last(2).map(({ us }) => us[0])).toEqual([2 * kept - 2, 2 * kept - 1, 2 * kept]);
  });
});
