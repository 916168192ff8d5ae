// The last ticks, phase by phase, in shared memory: always written, so that whoever asks sees what was before the question too. One
// writer, which overwrites the oldest; a reader drops what may have been overwritten while it read.

import type { Clock } from '#ports/system/clock.js';
import type { TickTrace, TracedTick } from '#ports/system/tick-trace.js';

/** 35 s at 60 a second. */
const ticksKept = 2_100;
const headerBytes = 8;

export interface TickTraceHandle {
  readonly buffer: SharedArrayBuffer;
  readonly phases: number;
}

export function createTickTrace(phases: number): TickTraceHandle {
  const buffer = new SharedArrayBuffer(headerBytes + ticksKept * (8 + phases * 4));
  return { buffer, phases };
}

class Columns {
  /** How many ticks ended; the tick that runs has this index. 32 bits would be full after 414 days. */
  readonly ended: BigInt64Array;
  readonly endedMs: Float64Array;
  readonly us: Float32Array;

  constructor({ buffer, phases }: TickTraceHandle) {
    this.ended = new BigInt64Array(buffer, 0, 1);
    this.endedMs = new Float64Array(buffer, headerBytes, ticksKept);
    this.us = new Float32Array(buffer, headerBytes + ticksKept * 8, ticksKept * phases);
  }
}

export class TickTraceWriter {
  readonly #columns: Columns;
  readonly #phases: number;
  /** Of the tick that runs. */
  #row = 0;

  constructor(handle: TickTraceHandle) {
    this.#columns = new Columns(handle);
    this.#phases = handle.phases;
  }

  took(phase: number, us: number): void {
    this.#columns.us[this.#row * this.#phases + phase] = us;
  }

  ended(atMs: number): void {
    const { ended, endedMs } = this.#columns;
    endedMs[this.#row] = atMs;
    this.#row = (this.#row + 1) % ticksKept;
    Atomics.add(ended, 0, 1n);
  }
}

export class TickTraceReader implements TickTrace {
  readonly #columns: Columns;

  constructor(
    private readonly handle: TickTraceHandle,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {
    this.#columns = new Columns(handle);
  }

  last(ms: number): readonly TracedTick[] {
    const { ended, endedMs, us } = this.#columns;
    const { phases } = this.handle;
    const endedFirst = Number(Atomics.load(ended, 0));
    const nowMs = this.clock.nowMs();
    const read: { readonly index: number; readonly tick: TracedTick }[] = [];
    for (let index = endedFirst - 1; index >= 0 && read.length < ticksKept; index--) {
      const row = index % ticksKept;
      const agoMs = nowMs - endedMs[row]!;
      if (agoMs > ms) break;
      read.push({ index, tick: { agoMs, us: [...us.subarray(row * phases, (row + 1) * phases)] } });
    }
    const firstWhole = Number(Atomics.load(ended, 0)) - ticksKept + 1;
    return read
      .filter(({ index }) => index >= firstWhole)
      .map(({ tick }) => tick)
      .reverse();
  }
}
