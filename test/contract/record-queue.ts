// What every record queue does, checked against a plain array.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordConsumer, RecordProducer, RecordSink } from '#ports/threads/record-queue.js';

export interface RecordQueue {
  readonly producer: RecordProducer;
  readonly consumer: RecordConsumer;
}

export interface PlainRecord {
  readonly kind: number;
  readonly subject: number;
  readonly data: readonly number[];
}

export class Records implements RecordSink {
  readonly all: PlainRecord[] = [];

  onRecord(kind: number, subject: number, data: Uint8Array, at: number, length: number): void {
    this.all.push({ kind, subject, data: [...data.subarray(at, at + length)] });
  }
}

export function push(producer: RecordProducer, { kind, subject, data }: PlainRecord): boolean {
  // At an offset, so that a queue which ignores it is caught.
  return producer.push(kind, subject, Uint8Array.from([99, ...data, 99]), 1, data.length);
}

const record = fc.record({
  kind: fc.nat(255),
  subject: fc.nat(0xffffffff),
  data: fc.array(fc.nat(255), { maxLength: 400 }),
});
const step = fc.oneof({ weight: 3, arbitrary: record }, fc.record({ drain: fc.nat(8) }));

/** `capacityBytes` is the least the queue must hold, headers included; it takes records of 400 bytes. */
export function testRecordQueue(name: string, make: (capacityBytes: number) => RecordQueue): void {
  describe(`record queue: ${name}`, () => {
    it('records come out whole, once, in the order they went in; refused ones not at all', () => {
      fc.assert(
        // Of full length: short ones never fill it.
        fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
          const { producer, consumer } = make(2048);
          const accepted: PlainRecord[] = [];
          const records = new Records();
          let refused = 0;
          for (const each of steps) {
            if ('drain' in each) consumer.drain(records, each.drain);
            else if (push(producer, each)) accepted.push(each);
            else refused++;
          }
          while (consumer.drain(records, 5) > 0);
          expect(records.all).toEqual(accepted);
          expect(producer.refused).toBe(refused);
          expect(consumer.pendingBytes).toBe(0);
        }),
      );
    });

    it('full, it refuses the newest, counts it and keeps what it holds', () => {
      const { producer, consumer } = make(2048);
      const next = (subject: number) => ({
        kind: 1,
        subject,
        data: new Array<number>(100).fill(subject & 255),
      });
      const accepted: PlainRecord[] = [];
      while (push(producer, next(accepted.length))) accepted.push(next(accepted.length));
      expect([accepted.length > 5, producer.refused]).toEqual([true, 1]);
      for (let times = 2; times < 5; times++) {
        expect(push(producer, next(200))).toBe(false);
        expect(producer.refused).toBe(times);
      }
      const records = new Records();
      while (consumer.drain(records, 1000) > 0);
      expect(records.all).toEqual(accepted);
    });

    it('a record refused by a full queue fits after draining, wherever the queue stands', () => {
      const { producer, consumer } = make(2048);
      const records = new Records();
      for (let i = 0; i < 2000; i++) {
        const next = { kind: 1, subject: i, data: new Array<number>(i % 401).fill(i & 255) };
        if (push(producer, next)) continue;
        while (consumer.drain(records, 1000) > 0);
        expect(push(producer, next)).toBe(true);
      }
      while (consumer.drain(records, 1000) > 0);
      expect(records.all.map(({ subject }) => subject)).toEqual(Array.from({ length: 2000 }, (_, i) => i));
    });

    it('kinds and subjects keep their full range', () => {
      const { producer, consumer } = make(2048);
      const records = new Records();
      const edges = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff];
      const all = edges.map((subject, i) => ({ kind: [0, 1, 127, 128, 255][i]!, subject, data: [] }));
      for (const each of all) push(producer, each);
      consumer.drain(records, 100);
      expect(records.all).toEqual(all);
    });

    it('drain hands over no more than asked for', () => {
      const { producer, consumer } = make(2048);
      for (let subject = 0; subject < 10; subject++) push(producer, { kind: 1, subject, data: [subject] });
      const records = new Records();
      expect(consumer.drain(records, 0)).toBe(0);
      expect(consumer.drain(records, 4)).toBe(4);
      expect(consumer.drain(records, 100)).toBe(6);
      expect(consumer.drain(records, 100)).toBe(0);
    });

    it('a record whose sink throws is gone, the next ones are not', () => {
      const { producer, consumer } = make(2048);
      for (let subject = 0; subject < 3; subject++) push(producer, { kind: 1, subject, data: [] });
      const failing = {
        onRecord: () => {
          throw new Error('sink');
        },
      };
      expect(() => consumer.drain(failing, 10)).toThrow('sink');
      const records = new Records();
      expect(consumer.drain(records, 10)).toBe(2);
      expect(records.all[0]?.subject).toBe(1);
    });
  });
}
