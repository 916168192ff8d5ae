// Rings, frames and statistics allocate nothing once the code is warm.

import { describe, expect, it } from '@jest/globals';
import {
  createFrameBuffers,
  SharedFramePublisher,
  SharedFrameReader,
} from '#adapters/threads/frames/frame-buffers.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { createStatsBlock, StatsWriter } from '#adapters/threads/stats/stats-block.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';

describe('allocation in shared memory', () => {
  it('a ring passes records without allocating, by copy or in place', () => {
    const ring = createRing(4096);
    const producer = new RingProducer(ring);
    const consumer = new RingConsumer(ring);
    const data = new Uint8Array(64);
    const sink = { onRecord() {} };
    let subject = 0xfffffff0;
    const round = () => {
      subject = (subject + 1) >>> 0;
      producer.push(200, subject, data, 0, 48);
      const at = producer.claim(64);
      producer.memory[at] = 1;
      producer.commit(1, 7, 20);
      consumer.drain(sink, 100);
    };
    expect(heapBytesPerCall(round)).toBeLessThan(1);
  });

  it('a frame is published and read without allocating', () => {
    const handle = createFrameBuffers({ rowsMax: 16, cellsMax: 4, mapsMax: 1, readers: 2 });
    const publisher = new SharedFramePublisher(handle);
    const reader = new SharedFrameReader(handle, 1);
    let tick = 0;
    const round = () => {
      publisher.begin().columns.id[1] = ++tick;
      publisher.publish(tick, 2);
      reader.acquire();
      reader.release();
    };
    expect(heapBytesPerCall(round)).toBeLessThan(1);
  });

  it('statistics are written without allocating', () => {
    const names = { counters: ['packets'], gauges: ['load'], durations: ['tick'] } as const;
    const stats = new StatsWriter(names, createStatsBlock(names));
    const [packets, load, tick] = [stats.counter('packets'), stats.gauge('load'), stats.duration('tick')];
    const round = () => {
      stats.add(packets, 1);
      stats.set(load, 3);
      stats.record(tick, 250);
    };
    expect(heapBytesPerCall(round)).toBeLessThan(1);
  });
});
