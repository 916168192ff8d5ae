// What the ring adds to the record queue: encoding in place, publishing by hand, waiting, and the end of its counters.

import { describe, expect, it } from '@jest/globals';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { Records } from '../../contract/record-queue.js';

const none = new Uint8Array(0);

describe('ring', () => {
  it('a claimed record is written where it will be read, and may be shorter than claimed', () => {
    const ring = createRing(1024);
    const producer = new RingProducer(ring);
    const at = producer.claim(100);
    producer.memory.set([1, 2, 3], at);
    producer.commit(7, 8, 3);
    const dropped = producer.claim(10);
    expect(producer.claim(10)).toBe(dropped);
    const records = new Records();
    expect(new RingConsumer(ring).drain(records, 10)).toBe(1);
    expect(records.all).toEqual([{ kind: 7, subject: 8, data: [1, 2, 3] }]);
    expect(() => new RingProducer(ring).commit(1, 1, 0)).toThrow(RangeError);
    expect(() => producer.commit(1, 1, 11)).toThrow(RangeError);
  });

  it('a record longer than half the ring is a mistake, the longest allowed one always fits an empty ring', () => {
    const ring = createRing(1024);
    const producer = new RingProducer(ring);
    const consumer = new RingConsumer(ring);
    const longest = new Uint8Array(producer.recordBytesMax);
    expect(longest.length).toBe(504);
    expect(() => producer.push(1, 1, new Uint8Array(505), 0, 505)).toThrow(RangeError);
    for (let shift = 0; shift < 300; shift++) {
      producer.push(1, 1, none, 0, 0);
      consumer.drain(new Records(), 10);
      expect(producer.push(1, 1, longest, 0, longest.length)).toBe(true);
      consumer.drain(new Records(), 10);
    }
    expect(producer.refused).toBe(0);
  });

  it('published by hand, records appear together', () => {
    const ring = createRing(1024);
    const producer = new RingProducer(ring, { publishByHand: true });
    const consumer = new RingConsumer(ring);
    producer.push(1, 1, none, 0, 0);
    producer.push(1, 2, none, 0, 0);
    expect(consumer.pendingBytes).toBe(0);
    producer.publish();
    expect(consumer.drain(new Records(), 10)).toBe(2);
  });

  it('published by hand, a full ring publishes itself so that it can be emptied', () => {
    const ring = createRing(1024);
    const producer = new RingProducer(ring, { publishByHand: true });
    const consumer = new RingConsumer(ring);
    let pushed = 0;
    while (producer.push(1, pushed, none, 0, 0)) pushed++;
    expect(pushed).toBe(128);
    expect(consumer.drain(new Records(), 1000)).toBe(128);
    expect(producer.push(1, 1, none, 0, 0)).toBe(true);
  });

  it('positions wrap after 2^32 bytes', () => {
    const ring = createRing(1024);
    const words = new Int32Array(ring.buffer);
    for (const start of [0x7ffffff8 | 0, 0xfffffff8 | 0]) {
      // Written and read, as after that many bytes.
      words[0] = start;
      words[32] = start;
      const producer = new RingProducer(ring);
      const consumer = new RingConsumer(ring);
      const records = new Records();
      for (let i = 0; i < 100; i++) {
        expect(producer.push(1, i, Uint8Array.of(i), 0, 1)).toBe(true);
        if (i % 3 === 0) consumer.drain(records, 10);
      }
      consumer.drain(records, 100);
      expect(records.all.map(({ data }) => data[0])).toEqual(Array.from({ length: 100 }, (_, i) => i));
    }
  });

  it('positions wrap between what is written and what is read', () => {
    // In the one ring positions become negative, in the other 0, while what was read stands before that.
    for (const start of [0x7ffffe00 | 0, 0xfffffe00 | 0]) {
      const ring = createRing(1024);
      const words = new Int32Array(ring.buffer);
      words[0] = start;
      words[32] = start;
      const producer = new RingProducer(ring);
      const consumer = new RingConsumer(ring);
      let pushed = 0;
      while (pushed < 200 && producer.push(1, pushed, none, 0, 0))
        expect(consumer.pendingBytes).toBe(++pushed * 8);
      expect(pushed).toBe(128);
      expect(producer.refused).toBe(1);
      const records = new Records();
      expect(consumer.drain(records, 1)).toBe(1);
      expect(consumer.pendingBytes).toBe(127 * 8);
      expect(producer.push(1, pushed, none, 0, 0)).toBe(true);
      expect(producer.push(1, 0, none, 0, 0)).toBe(false);
      expect(consumer.wait(60_000)).toBe(true);
      expect(consumer.drain(records, 1000)).toBe(128);
      expect(consumer.pendingBytes).toBe(0);
      expect(records.all.map(({ subject }) => subject)).toEqual(Array.from({ length: 129 }, (_, i) => i));
    }
  });

  it('a ring that holds nonsense stops its consumer instead of feeding it', () => {
    const ring = createRing(1024);
    const producer = new RingProducer(ring);
    producer.push(1, 1, Uint8Array.of(1, 2, 3), 0, 3);
    new Int32Array(ring.buffer)[96] = 0x01ffff00;
    expect(() => new RingConsumer(ring).drain(new Records(), 10)).toThrow('ring corrupted');
  });

  it('waiting ends at once when records are there, and after the time when none come', () => {
    const ring = createRing(1024);
    const consumer = new RingConsumer(ring);
    expect(consumer.wait(1)).toBe(false);
    new RingProducer(ring).push(1, 1, none, 0, 0);
    expect(consumer.wait(60_000)).toBe(true);
  });

  it.each([0, 512, 1000, 1536, 2 ** 31])('refuses a capacity of %d bytes', (capacity) => {
    expect(() => createRing(capacity)).toThrow(RangeError);
  });
});
