// A million records from one thread to another arrive in order and whole. The writer runs the build (dist/).

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { createRing, RingConsumer } from '#adapters/threads/memory/ring.js';

describe('ring across threads', () => {
  it.each([
    { publishByHand: false, capacityBytes: 65_536, records: 700_000 },
    { publishByHand: true, capacityBytes: 2048, records: 300_000 },
  ])('$records records, ring of $capacityBytes bytes', async ({ publishByHand, capacityBytes, records }) => {
    const handle = createRing(capacityBytes);
    const consumer = new RingConsumer(handle);
    const writer = new Worker(new URL('./ring-writer.mjs', import.meta.url), {
      workerData: { handle, records, publishByHand },
      execArgv: [],
    });
    let failure: unknown;
    writer.once('error', (error) => (failure = error));
    const ended = once(writer, 'exit');
    let next = 0;
    let wrong = 0;
    const sink = {
      onRecord(kind: number, subject: number, data: Uint8Array, at: number, length: number) {
        if (kind !== (next & 255) || subject !== next || length !== (next * 7) % 97) wrong++;
        for (let k = 0; k < length; k++) if (data[at + k] !== ((next + k) & 255)) wrong++;
        next++;
      },
    };
    // The wait blocks this thread's event loop; between waits it gets a turn, to learn of a writer that failed.
    for (let idle = 0; next < records && failure === undefined && idle < 200; idle++) {
      if (consumer.wait(50)) idle = 0;
      while (consumer.drain(sink, 1000) > 0);
      await new Promise(setImmediate);
    }
    await ended;
    expect(failure).toBeUndefined();
    expect({ next, wrong, pendingBytes: consumer.pendingBytes }).toEqual({
      next: records,
      wrong: 0,
      pendingBytes: 0,
    });
  });

  it('a waiting consumer is woken by a push', async () => {
    const handle = createRing(1024);
    const consumer = new RingConsumer(handle);
    const writer = new Worker(new URL('./ring-writer.mjs', import.meta.url), {
      workerData: { handle, records: 1, publishByHand: false },
      execArgv: [],
    });
    const ended = once(writer, 'exit');
    // The thread's start needs this one's event loop now and then.
    let woken = false;
    for (let tries = 0; !woken && tries < 1000; tries++) {
      woken = consumer.wait(20);
      await new Promise(setImmediate);
    }
    expect(woken).toBe(true);
    await ended;
  });

  it('a thread with an event loop is woken by every push that finds it asleep', async () => {
    const handle = createRing(2048);
    const consumer = new RingConsumer(handle);
    const records = 20_000;
    const writer = new Worker(new URL('./ring-writer.mjs', import.meta.url), {
      workerData: { handle, records, publishByHand: true },
      execArgv: [],
    });
    const ended = once(writer, 'exit');
    let next = 0;
    const sink = { onRecord: (_: number, subject: number) => void (next += subject === next ? 1 : 0) };
    // Nothing but the wake-up goes on: one that is missed is waited for in vain.
    while (next < records) {
      await consumer.arrival();
      consumer.drain(sink, 10);
    }
    await ended;
    expect([next, consumer.pendingBytes]).toEqual([records, 0]);
  }, 60_000);
});
