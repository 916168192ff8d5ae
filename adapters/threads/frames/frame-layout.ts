// Where everything lies in the memory of the frame buffers: a header, then each buffer's columns one after the other,
// every one on its own cache line. Both sides compute it from the same capacities, so only the buffer is passed on.

import type { FrameGrid } from '#ports/threads/frame.js';
import {
  layFrameColumns,
  type FrameColumns,
  type FrameMemory,
} from '#ports/threads/generated/frame-columns.js';

export interface FrameCapacities {
  /** Entity rows, the unused row 0 included; at most 65,536, because rows are u16. */
  readonly rowsMax: number;
  /** Cells of all maps together. */
  readonly cellsMax: number;
  readonly mapsMax: number;
  readonly readers: number;
}

const lineBytes = 64;

/** Int32 words of the header. Each pin has a cache line of its own: it is written by another thread than its neighbours. */
export const headerWords = {
  /** Index of the newest buffer + 1, 0 before the first. */
  newest: 0,
  newestTick: 1,
  /** Index of the buffer the reader holds + 1, 0 for none. */
  pin: (reader: number) => 16 + reader * 16,
  tick: (readers: number, buffer: number) => 16 + readers * 16 + buffer * 16,
  rowsUsed: (readers: number, buffer: number) => 17 + readers * 16 + buffer * 16,
};

/** One newest, one being written, and one each reader may hold. */
export function bufferCount({ readers }: FrameCapacities): number {
  return Math.max(3, readers + 2);
}

/** Bytes of the whole memory. */
export function frameMemoryBytes(capacities: FrameCapacities): number {
  checkCapacities(capacities);
  return headerBytes(capacities) + bufferCount(capacities) * frameBytes(capacities);
}

export function frameColumns(
  memory: SharedArrayBuffer,
  capacities: FrameCapacities,
  buffer: number,
): { columns: FrameColumns; grid: FrameGrid } {
  const rows = new Walk(memory, headerBytes(capacities) + buffer * frameBytes(capacities));
  return layOut(rows, capacities);
}

function headerBytes(capacities: FrameCapacities): number {
  return headerWords.tick(capacities.readers, bufferCount(capacities)) * 4;
}

const bytesByShape = new Map<string, number>();

function frameBytes(capacities: FrameCapacities): number {
  const key = `${capacities.rowsMax},${capacities.cellsMax},${capacities.mapsMax}`;
  let bytes = bytesByShape.get(key);
  if (bytes === undefined) {
    const walk = new Walk(undefined, 0);
    layOut(walk, capacities);
    bytesByShape.set(key, (bytes = walk.at));
  }
  return bytes;
}

/** Takes arrays one behind the other; without memory it only measures. */
class Walk implements FrameMemory {
  constructor(
    readonly memory: SharedArrayBuffer | undefined,
    public at: number,
  ) {}

  u8(length: number): Uint8Array {
    const at = this.#take(length);
    return this.memory ? new Uint8Array(this.memory, at, length) : new Uint8Array(0);
  }

  u16(length: number): Uint16Array {
    const at = this.#take(length * 2);
    return this.memory ? new Uint16Array(this.memory, at, length) : new Uint16Array(0);
  }

  u32(length: number): Uint32Array {
    const at = this.#take(length * 4);
    return this.memory ? new Uint32Array(this.memory, at, length) : new Uint32Array(0);
  }

  #take(bytes: number): number {
    const at = this.at;
    this.at += Math.ceil(bytes / lineBytes) * lineBytes;
    return at;
  }
}

function layOut(walk: Walk, capacities: FrameCapacities): { columns: FrameColumns; grid: FrameGrid } {
  const { rowsMax, cellsMax, mapsMax } = capacities;
  return {
    columns: layFrameColumns(walk, rowsMax),
    grid: {
      mapFirstCell: walk.u32(mapsMax),
      mapCellsAcross: walk.u32(mapsMax),
      mapCellsDown: walk.u32(mapsMax),
      start: walk.u32(cellsMax + 1),
      entities: walk.u16(rowsMax),
    },
  };
}

function checkCapacities({ rowsMax, cellsMax, mapsMax, readers }: FrameCapacities): void {
  const inRange = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (
    !inRange(rowsMax, 65_536) ||
    !inRange(cellsMax, 2 ** 24) ||
    !inRange(mapsMax, 65_535) ||
    !inRange(readers, 64)
  ) {
    throw new RangeError(
      `frame capacities out of range: rows ${rowsMax}, cells ${cellsMax}, maps ${mapsMax}, readers ${readers}`,
    );
  }
}
