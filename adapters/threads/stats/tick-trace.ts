// The last ticks, phase by phase, in shared memory: always written, so that whoever asks sees what was before the question too. One
// writer, which overwrites the oldest; a reader drops what may have been overwritten while it read.

import type { Clock } from '#ports/system/clock.js';
import type { TickTrace, TracedTick } from '#ports/system/tick-trace.js';

/** 35 s at 60 a second. */
const ticksKept = 2_100;
const headerBytes = 16;

export interface TickTraceHandle {
  readonly buffer: SharedArrayBuffer;
  readonly phases: number;
}

export function createTickTrace(phases: number): TickTraceHandle {
  const buffer = new SharedArrayBuffer(headerBytes + ticksKept * (8 + phases * 4));
  return { buffer, phases };
}

class Columns {
  /**
   * How many ticks ended; the tick that runs has this index. A double, for 32 bits would be full after 414 days, and 64 are an
   * object for each tick (BigInt).
   */
  readonly ended: Float64Array;
  /** Changes behind each of them, so that who reads it first sees all that was written before. */
  readonly fence: Int32Array;
  readonly endedMs: Float64Array;
  readonly us: Float32Array;

  constructor({ buffer, phases }: TickTraceHandle) {
    this.ended = new Float64Array(buffer, 0, 1);
    this.fence = new Int32Array(buffer, 8, 1);
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
    const { ended, endedMs, fence } = this.#columns;
    endedMs[this.#row] = atMs;
    this.#row = (this.#row + 1) % ticksKept;
    ended[0] = ended[0]! + 1;
    Atomics.add(fence, 0, 1);
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
    const { endedMs, us } = this.#columns;
    const { phases } = this.handle;
    const endedFirst = this.#ended();
    const nowMs = this.clock.nowMs();
    const read: { readonly index: number; readonly tick: TracedTick }[] = [];
    for (let index = endedFirst - 1; index >= 0 && read.length < ticksKept; index--) {
      const row = index % ticksKept;
      const agoMs = nowMs - endedMs[row]!;
      if (agoMs > ms) break;
      read.push({ index, tick: { agoMs, us: [...us.subarray(row * phases, (row + 1) * phases)] } });
    }
    const firstWhole = this.#ended() - ticksKept + 1;
    return read
      .filter(({ index }) => index >= firstWhole)
      .map(({ tick }) => tick)
      .reverse();
  }

  #ended(): number {
    const { ended, fence } = this.#columns;
    Atomics.load(fence, 0);
    return ended[0]!;
  }
}
