// Sets one row of several columns to zero. The columns are sorted by size of element, because a store into an array of
// one kind is a single instruction, and one that may meet seven kinds is a call; whatever the type, zero is all bits 0.

import type { AnyColumn } from './columns.js';

export class Zeroing {
  declare private readonly bytes: readonly Uint8Array[];
  declare private readonly halves: readonly Uint16Array[];
  declare private readonly words: readonly Uint32Array[];
  declare private readonly doubles: readonly Float64Array[];
  /** Columns with several lanes, by bytes: rare, and only ever filled. */
  declare private readonly wide: readonly { readonly bytes: Uint8Array; readonly bytesPerRow: number }[];

  declare private readonly onlyDoubles: boolean;

  constructor(columns: readonly AnyColumn[], lanes: readonly number[]) {
    const single = columns.filter((_, i) => lanes[i] === 1);
    const ofBytes = (bytes: number) =>
      single
        .filter(({ BYTES_PER_ELEMENT }) => BYTES_PER_ELEMENT === bytes)
        .map(({ buffer, byteOffset, length }) => [buffer, byteOffset, length] as const);
    this.bytes = ofBytes(1).map((memory) => new Uint8Array(...memory));
    this.halves = ofBytes(2).map((memory) => new Uint16Array(...memory));
    this.words = ofBytes(4).map((memory) => new Uint32Array(...memory));
    this.doubles = ofBytes(8).map((memory) => new Float64Array(...memory));
    this.onlyDoubles = this.doubles.length === columns.length;
    this.wide = columns.flatMap(({ buffer, byteOffset, byteLength, BYTES_PER_ELEMENT }, i) =>
      lanes[i] === 1
        ? []
        : [
            {
              bytes: new Uint8Array(buffer, byteOffset, byteLength),
              bytesPerRow: BYTES_PER_ELEMENT * lanes[i]!,
            },
          ],
    );
  }

  zero(row: number): void {
    for (let i = 0; i < this.doubles.length; i++) this.doubles[i]![row] = 0;
    if (this.onlyDoubles) return;
    for (let i = 0; i < this.words.length; i++) this.words[i]![row] = 0;
    for (let i = 0; i < this.halves.length; i++) this.halves[i]![row] = 0;
    for (let i = 0; i < this.bytes.length; i++) this.bytes[i]![row] = 0;
    for (let i = 0; i < this.wide.length; i++) {
      const { bytes, bytesPerRow } = this.wide[i]!;
      bytes.fill(0, row * bytesPerRow, (row + 1) * bytesPerRow);
    }
  }

  /** The rows from `start` to before `end`. */
  zeroRun(start: number, end: number): void {
    for (let i = 0; i < this.doubles.length; i++) this.doubles[i]!.fill(0, start, end);
    for (let i = 0; i < this.words.length; i++) this.words[i]!.fill(0, start, end);
    for (let i = 0; i < this.halves.length; i++) this.halves[i]!.fill(0, start, end);
    for (let i = 0; i < this.bytes.length; i++) this.bytes[i]!.fill(0, start, end);
    for (let i = 0; i < this.wide.length; i++) {
      const { bytes, bytesPerRow } = this.wide[i]!;
      bytes.fill(0, start * bytesPerRow, end * bytesPerRow);
    }
  }
}
