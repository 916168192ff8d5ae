// A process that passes records through a ring and reports what one costs. Started by ring.ts.

import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { answer, argument } from '../harness/child.js';

export interface RingRunArgument {
  readonly variant: 'copy' | 'copy, published by hand' | 'in place';
  readonly bytes: number;
  /** How long to measure, or 0 to pass `records` records and report their sum. */
  readonly seconds: number;
  readonly records: number;
}

export interface RingRunReport {
  readonly records: number;
  readonly cpuNs: number;
  readonly sum: number;
}

const perDrain = 64;
const warmUpRecords = 200_000;

const { variant, bytes, seconds, records } = argument<RingRunArgument>();
const handle = createRing(256 * 1024);
const producer = new RingProducer(handle, { publishByHand: variant !== 'copy' });
const consumer = new RingConsumer(handle);
const scratch = new Uint8Array(Math.max(bytes, 128));
let written = 0;
let read = 0;
let sum = 0;
const sink = {
  onRecord(_kind: number, subject: number, data: Uint8Array, at: number, length: number) {
    for (let i = 0; i < length; i++) sum = (sum + data[at + i]!) | 0;
    sum = (sum ^ subject) | 0;
    read++;
  },
};

function encode(out: Uint8Array, at: number, number: number): void {
  for (let i = 0; i < bytes; i++) out[at + i] = number + i;
}

function batch(): void {
  for (let i = 0; i < perDrain; i++) {
    if (variant === 'in place') {
      encode(producer.memory, producer.claim(bytes), written);
      producer.commit(1, written++, bytes);
    } else {
      encode(scratch, 0, written);
      producer.push(1, written++, scratch, 0, bytes);
    }
  }
  producer.publish();
  consumer.drain(sink, perDrain);
}

if (seconds === 0) {
  while (written < records) batch();
  answer({ records: read, cpuNs: 0, sum } satisfies RingRunReport);
} else {
  while (written < warmUpRecords) batch();
  const readBefore = read;
  const before = process.resourceUsage();
  const endMs = performance.now() + seconds * 1000;
  while (performance.now() < endMs) for (let i = 0; i < 100; i++) batch();
  const after = process.resourceUsage();
  const cpuUs = after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime;
  answer({ records: read - readBefore, cpuNs: cpuUs * 1000, sum } satisfies RingRunReport);
}
if (read !== written) throw new Error(`${written} records written, ${read} read`);
process.disconnect?.();
