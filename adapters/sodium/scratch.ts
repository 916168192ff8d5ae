// Memory that libsodium reads and writes, with one view per length made at first use and kept.
// sodium-native takes the length from the view, and a view per packet would be garbage per packet.

import { Buffer } from 'node:buffer';

/** Copies without making a view. A method of Buffer that works on every Uint8Array. */
const copy = Buffer.prototype.copy as (
  this: Uint8Array,
  target: Uint8Array,
  targetStart: number,
  sourceStart: number,
  sourceEnd: number,
) => number;

/** Typed arrays of at most 64 bytes may lie inside V8's moving heap, where native code cannot keep their address. */
const heapBytesMax = 64;

export class Scratch {
  private readonly all: Uint8Array;
  private readonly views: Uint8Array[] = [];

  constructor(private readonly bytesMax: number) {
    this.all = new Uint8Array(Math.max(bytesMax, heapBytesMax + 1));
  }

  /** The first `length` bytes. Throws a RangeError beyond `bytesMax`. */
  view(length: number): Uint8Array {
    return this.views[length] ?? this.makeView(length);
  }

  /** Fills the start of this memory from `source`. */
  load(source: Uint8Array, at: number, length: number): void {
    copy.call(source, this.all, 0, at, at + length);
  }

  /** Writes the first `length` bytes to `target`. */
  store(target: Uint8Array, at: number, length: number): void {
    target.set(this.view(length), at);
  }

  private makeView(length: number): Uint8Array {
    if (!(length >= 0 && length <= this.bytesMax)) {
      throw new RangeError(`${length} bytes; scratch memory holds ${this.bytesMax}`);
    }
    // All places up to the largest length exist from the start, so that the list never becomes a dictionary.
    while (this.views.length <= length) {
      this.views.push(this.all.subarray(0, this.views.length));
    }
    return this.views[length]!;
  }
}
