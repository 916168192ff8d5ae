// Published frames in shared memory: the publisher writes a buffer that is neither the newest nor pinned, then makes it
// the newest; a reader pins the newest and reads it in place. No locks, no copies, nobody waits, nothing is half written.
//
// Why a pin is safe: a reader pins, then looks again whether its buffer is still the newest. If it is, the publisher
// makes its next choice only after publishing another one, hence after the pin (Atomics are one global order). If it is
// not, the reader pins the newer one instead.

import type { Frame, FrameGrid, FramePublisher, FrameReader } from '#ports/threads/frame.js';
import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';
import {
  bufferCount,
  type FrameCapacities,
  frameColumns,
  frameMemoryBytes,
  headerWords,
} from './frame-layout.js';

export interface FrameBuffersHandle {
  readonly buffer: SharedArrayBuffer;
  readonly capacities: FrameCapacities;
}

/** Throws RangeError when a capacity is out of range. */
export function createFrameBuffers(capacities: FrameCapacities): FrameBuffersHandle {
  return { buffer: new SharedArrayBuffer(frameMemoryBytes(capacities)), capacities };
}

class SharedFrame implements Frame {
  tick = 0;
  rowsUsed = 0;

  constructor(
    readonly columns: FrameColumns,
    readonly grid: FrameGrid,
  ) {}
}

function viewsOf({ buffer, capacities }: FrameBuffersHandle): SharedFrame[] {
  return Array.from({ length: bufferCount(capacities) }, (_, i) => {
    const { columns, grid } = frameColumns(buffer, capacities, i);
    return new SharedFrame(columns, grid);
  });
}

/** At most one per handle. */
export class SharedFramePublisher implements FramePublisher {
  readonly #header: Int32Array;
  readonly #frames: SharedFrame[];
  readonly #readers: number;
  readonly #taken: Uint8Array;
  #writing = -1;

  constructor(handle: FrameBuffersHandle) {
    this.#header = new Int32Array(handle.buffer);
    this.#frames = viewsOf(handle);
    this.#readers = handle.capacities.readers;
    this.#taken = new Uint8Array(this.#frames.length + 1);
  }

  begin(): Frame {
    if (this.#writing < 0) this.#writing = this.#freeBuffer();
    return this.#frames[this.#writing]!;
  }

  publish(tick: number, rowsUsed: number): void {
    const buffer = this.#writing;
    if (buffer < 0) throw new Error('publish without begin');
    this.#writing = -1;
    const frame = this.#frames[buffer]!;
    frame.tick = tick;
    frame.rowsUsed = rowsUsed;
    const header = this.#header;
    header[headerWords.tick(this.#readers, buffer)] = tick;
    header[headerWords.rowsUsed(this.#readers, buffer)] = rowsUsed;
    Atomics.store(header, headerWords.newest, buffer + 1);
    Atomics.store(header, headerWords.newestTick, tick);
  }

  /**
   * Each pin is looked at once, so that at most `readers` buffers appear pinned and one is always free; asking each buffer
   * anew would let one reader, moving on meanwhile, block two. A pin set after the look is on the newest, or is taken back.
   */
  #freeBuffer(): number {
    const taken = this.#taken;
    taken.fill(0);
    const newest = Atomics.load(this.#header, headerWords.newest);
    taken[newest] = 1;
    for (let reader = 0; reader < this.#readers; reader++) {
      taken[Atomics.load(this.#header, headerWords.pin(reader))] = 1;
    }
    // Both are buffer + 1; 0 stands for none.
    const free = taken.indexOf(0, 1);
    if (free < 0) throw new Error('no free frame buffer: the header is corrupted');
    return free - 1;
  }
}

/** Exactly one for each number in [0, capacities.readers). */
export class SharedFrameReader implements FrameReader {
  readonly #header: Int32Array;
  readonly #frames: SharedFrame[];
  readonly #readers: number;
  readonly #pin: number;

  constructor(handle: FrameBuffersHandle, reader: number) {
    const { readers } = handle.capacities;
    if (!(Number.isInteger(reader) && reader >= 0 && reader < readers)) {
      throw new RangeError(`reader ${reader} of ${readers}`);
    }
    this.#header = new Int32Array(handle.buffer);
    this.#frames = viewsOf(handle);
    this.#readers = readers;
    this.#pin = headerWords.pin(reader);
  }

  get newestTick(): number {
    return Atomics.load(this.#header, headerWords.newestTick) >>> 0;
  }

  acquire(): Frame | undefined {
    const header = this.#header;
    let newest = Atomics.load(header, headerWords.newest);
    if (newest === 0) return undefined;
    for (;;) {
      Atomics.store(header, this.#pin, newest);
      const again = Atomics.load(header, headerWords.newest);
      if (again === newest) break;
      newest = again;
    }
    const frame = this.#frames[newest - 1]!;
    frame.tick = header[headerWords.tick(this.#readers, newest - 1)]! >>> 0;
    frame.rowsUsed = header[headerWords.rowsUsed(this.#readers, newest - 1)]!;
    return frame;
  }

  release(): void {
    Atomics.store(this.#header, this.#pin, 0);
  }
}
