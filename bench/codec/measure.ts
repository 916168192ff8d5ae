// A process that proves one library on one message, then times it. Started by codec.ts.

import { getHeapStatistics } from 'node:v8';
import { median } from '../harness/report.js';
import { answer, argument } from '../harness/child.js';
import type { CaseName } from './library/library.js';
import { type LibraryName, loadLibrary } from './load-library.js';
import { prepareCase, prove } from './prove.js';

export interface MeasureArgument {
  readonly library: LibraryName;
  readonly message: CaseName;
  /** How long to encode, and how long to decode; 0 to prove only. */
  readonly seconds: number;
}

export interface MeasureReport {
  /** CPU time of one, in nanoseconds. */
  readonly encodeNs: number;
  readonly decodeNs: number;
  /** Mean of a message, a byte that names it included. */
  readonly bytes: number;
  /** Of the heap, by encoding and decoding one message. */
  readonly encodeAllocated: number;
  readonly decodeAllocated: number;
}

const slices = 5;
const warmUpSeconds = 0.1;
/** Messages for one look at the heap: each look leaves some 60 KB behind. */
const allocationMessages = 40_000;
/** Enough for those who take microseconds and leave kilobytes. */
const allocationSeconds = 0.02;

const { library: name, message, seconds } = argument<MeasureArgument>();
const library = await loadLibrary(name);
const prepared = prepareCase(library, message);
const bytes = prove(prepared) + (library.namesMessage ? 0 : 1);
const { run, expected } = prepared;
const count = expected.length;
const encodedOf = expected.map((_, i) => run.encoded(i));
let sink = 0;

function encodeMany(rounds: number): void {
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < count; i++) sink = (sink + run.encode(i)) | 0;
}

function decodeMany(rounds: number): void {
  for (let round = 0; round < rounds; round++) for (let i = 0; i < count; i++) run.decode(encodedOf[i], i);
}

/** CPU nanoseconds of one: the median of slices, each of so many rounds that it takes its share of the time. */
function time(many: (rounds: number) => void): number {
  let rounds = 1;
  const warmMs = performance.now() + warmUpSeconds * 1000;
  while (performance.now() < warmMs) many(10);
  for (;;) {
    const startMs = performance.now();
    many(rounds);
    if (performance.now() - startMs > 2) break;
    rounds *= 2;
  }
  const costs: number[] = [];
  for (let slice = 0; slice < slices; slice++) {
    let done = 0;
    const endMs = performance.now() + (seconds * 1000) / slices;
    const before = process.cpuUsage();
    do {
      many(rounds);
      done += rounds;
    } while (performance.now() < endMs);
    const { user, system } = process.cpuUsage(before);
    costs.push(((user + system) * 1000) / (done * count));
  }
  return median(costs);
}

function allocated(many: (rounds: number) => void, costNs: number): number {
  const rounds = Math.ceil(Math.min(allocationMessages, (allocationSeconds * 1e9) / costNs) / count);
  let least = Infinity;
  for (let series = 0; series < 3; series++) {
    const looks = totalAllocated();
    const before = totalAllocated();
    many(rounds);
    const spent = totalAllocated() - before - (before - looks);
    least = Math.min(least, spent / (rounds * count));
  }
  // Below a hundredth of a byte it is the engine's own doing, some object in thousands of messages.
  return Math.max(0, Math.round(least * 10) / 10);
}

function totalAllocated(): number {
  return (getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
}

if (seconds > 0) {
  const encodeNs = time(encodeMany);
  const decodeNs = time(decodeMany);
  answer({
    encodeNs,
    decodeNs,
    bytes,
    encodeAllocated: allocated(encodeMany, encodeNs),
    decodeAllocated: allocated(decodeMany, decodeNs),
  } satisfies MeasureReport);
} else {
  answer({ encodeNs: 0, decodeNs: 0, bytes, encodeAllocated: 0, decodeAllocated: 0 } satisfies MeasureReport);
}
if (!Number.isFinite(sink)) throw new Error('nothing was encoded');
process.disconnect?.();
