// A thread's own numbers in shared memory, for another thread to read at any time: counters (only grow), gauges (as they
// are now) and durations. One writer per block, so plain stores suffice; a 64-bit store is not torn on the 64-bit
// processors we run on. Both sides are made from the same list of names, kept as a constant beside the writer.

import { durationBucket, durationBuckets, DurationWindow } from './duration-histogram.js';

export interface StatsNames<C extends string = string, G extends string = string, D extends string = string> {
  readonly counters: readonly C[];
  readonly gauges: readonly G[];
  readonly durations: readonly D[];
}

export interface StatsHandle {
  readonly buffer: SharedArrayBuffer;
}

export function createStatsBlock(names: StatsNames): StatsHandle {
  const all = [...names.counters, ...names.gauges, ...names.durations];
  if (new Set(all).size !== all.length) throw new Error(`a name appears twice: ${all.join(', ')}`);
  return { buffer: new SharedArrayBuffer(bytesOf(names)) };
}

/** Looks a name up once (`counter`, `gauge`, `duration`); the indexes it returns are what the hot path uses. */
export class StatsWriter<C extends string, G extends string, D extends string> {
  readonly #names: StatsNames<C, G, D>;
  readonly #numbers: Float64Array;
  readonly #buckets: Uint32Array;

  constructor(names: StatsNames<C, G, D>, handle: StatsHandle) {
    this.#names = names;
    this.#numbers = numbersOf(names, handle);
    this.#buckets = bucketsOf(names, handle);
  }

  counter(name: C): number {
    return indexOfName(this.#names.counters, name);
  }

  gauge(name: G): number {
    return this.#names.counters.length + indexOfName(this.#names.gauges, name);
  }

  duration(name: D): number {
    return indexOfName(this.#names.durations, name) * durationBuckets;
  }

  /** `index` of a counter. */
  add(index: number, amount: number): void {
    this.#numbers[index] = this.#numbers[index]! + amount;
  }

  /** `index` of a gauge, or of a counter that is kept elsewhere and copied here. */
  set(index: number, value: number): void {
    this.#numbers[index] = value;
  }

  /** `index` of a duration. */
  record(index: number, us: number): void {
    const bucket = index + durationBucket(us);
    this.#buckets[bucket] = this.#buckets[bucket]! + 1;
  }
}

export class StatsReader<C extends string, G extends string, D extends string> {
  readonly #names: StatsNames<C, G, D>;
  readonly #numbers: Float64Array;
  readonly #buckets: Uint32Array;

  constructor(names: StatsNames<C, G, D>, handle: StatsHandle) {
    this.#names = names;
    this.#numbers = numbersOf(names, handle);
    this.#buckets = bucketsOf(names, handle);
  }

  counter(name: C): number {
    return this.#numbers[indexOfName(this.#names.counters, name)]!;
  }

  gauge(name: G): number {
    return this.#numbers[this.#names.counters.length + indexOfName(this.#names.gauges, name)]!;
  }

  /** The live counts by bucket, from the start; see duration-histogram.ts. */
  counts(name: D): Uint32Array {
    const first = indexOfName(this.#names.durations, name) * durationBuckets;
    return this.#buckets.subarray(first, first + durationBuckets);
  }

  /** A window of its own for every caller, so that metrics and console can look at their own pace. */
  window(name: D): DurationWindow {
    return new DurationWindow(this.counts(name));
  }
}

function bytesOf({ counters, gauges, durations }: StatsNames): number {
  return (counters.length + gauges.length) * 8 + durations.length * durationBuckets * 4;
}

function numbersOf(names: StatsNames, { buffer }: StatsHandle): Float64Array {
  if (buffer.byteLength !== bytesOf(names)) throw new Error('the block was made from other names');
  return new Float64Array(buffer, 0, names.counters.length + names.gauges.length);
}

function bucketsOf(names: StatsNames, { buffer }: StatsHandle): Uint32Array {
  const at = (names.counters.length + names.gauges.length) * 8;
  return new Uint32Array(buffer, at, names.durations.length * durationBuckets);
}

function indexOfName<N extends string>(names: readonly N[], name: N): number {
  const index = names.indexOf(name);
  if (index < 0) throw new Error(`no such number: ${name}`);
  return index;
}
