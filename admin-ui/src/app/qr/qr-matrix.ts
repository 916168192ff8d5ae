// Where the words of a QR code stand (ISO/IEC 18004): patterns by which readers find it, the words in a zigzag, and a mask
// that keeps large areas of one colour away.

import { penalty } from './qr-penalty';
import { qrWords } from './qr-words';

/** Rows from top to bottom; true is dark. Without the quiet zone around it. */
export type QrMatrix = readonly (readonly boolean[])[];

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Throws for a text of more than 666 bytes. `mask` is for tests; the best one otherwise. */
export function qrMatrix(text: string, mask?: number): QrMatrix {
  const { version, words } = qrWords(text);
  const tried = mask === undefined ? masks.map((_, i) => i) : [mask];
  const matrices = tried.map((one) => new Drawing(version).drawn(words, one));
  return matrices.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

class Drawing {
  readonly #size: number;
  readonly #dark: boolean[][];
  /** Modules that hold no words. */
  readonly #taken: boolean[][];

  readonly #version: number;

  constructor(version: number) {
    this.#version = version;
    this.#size = version * 4 + 17;
    const empty = () => Array.from({ length: this.#size }, () => Array<boolean>(this.#size).fill(false));
    this.#dark = empty();
    this.#taken = empty();
  }

  drawn(words: Uint8Array, mask: number): QrMatrix {
    this.#drawPatterns();
    this.#drawFormat(mask);
    this.#drawVersion();
    this.#drawWords(words, masks[mask]!);
    return this.#dark;
  }

  #set(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.#size || y >= this.#size) return;
    this.#dark[y]![x] = dark;
    this.#taken[y]![x] = true;
  }

  #drawPatterns(): void {
    const last = this.#size - 1;
    for (let i = 0; i <= last; i++) {
      this.#set(6, i, i % 2 === 0);
      this.#set(i, 6, i % 2 === 0);
    }
    const places = this.#alignments();
    const end = places.length - 1;
    places.forEach((x, i) =>
      places.forEach((y, j) => {
        const inCorner = (i === 0 && j === 0) || (i === 0 && j === end) || (i === end && j === 0);
        if (!inCorner) this.#drawRings(x, y, 2, [0, 2]);
      }),
    );
    for (const [x, y] of [
      [3, 3],
      [last - 3, 3],
      [3, last - 3],
    ] as const)
      this.#drawRings(x, y, 4, [0, 1, 3]);
  }

  /** A square whose rings of these distances from its middle are dark. */
  #drawRings(x: number, y: number, reach: number, dark: readonly number[]): void {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++)
        this.#set(x + dx, y + dy, dark.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }

  #alignments(): number[] {
    if (this.#version === 1) return [];
    const count = Math.floor(this.#version / 7) + 2;
    const step = Math.ceil((this.#version * 4 + 4) / (count * 2 - 2)) * 2;
    const fromEnd = Array.from({ length: count - 1 }, (_, i) => this.#size - 7 - i * step);
    return [6, ...fromEnd.reverse()];
  }

  /** Level M is 0. Twice, so that one may be hidden. */
  #drawFormat(mask: number): void {
    const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
    const bit = (i: number) => ((bits >> i) & 1) === 1;
    const last = this.#size - 1;
    for (let i = 0; i <= 5; i++) this.#set(8, i, bit(i));
    this.#set(8, 7, bit(6));
    this.#set(8, 8, bit(7));
    this.#set(7, 8, bit(8));
    for (let i = 9; i < 15; i++) this.#set(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i++) this.#set(last - i, 8, bit(i));
    for (let i = 8; i < 15; i++) this.#set(8, last - 14 + i, bit(i));
    this.#set(8, last - 7, true);
  }

  #drawVersion(): void {
    if (this.#version < 7) return;
    const bits = (this.#version << 12) | remainder(this.#version, 12, 0x1f25);
    for (let i = 0; i < 18; i++) {
      const dark = ((bits >> i) & 1) === 1;
      const far = this.#size - 11 + (i % 3);
      this.#set(far, Math.floor(i / 3), dark);
      this.#set(Math.floor(i / 3), far, dark);
    }
  }

  /** In columns two wide, from the lower right corner, up and down in turn. */
  #drawWords(words: Uint8Array, mask: (x: number, y: number) => boolean): void {
    let bit = 0;
    for (let right = this.#size - 1; right >= 1; right -= 2) {
      // The column of the timing pattern is left out.
      if (right === 6) right = 5;
      const up = ((right + 1) & 2) === 0;
      for (let i = 0; i < this.#size; i++) {
        const y = up ? this.#size - 1 - i : i;
        for (const x of [right, right - 1]) {
          if (this.#taken[y]![x]) continue;
          const dark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
          this.#dark[y]![x] = dark !== mask(x, y);
          bit++;
        }
      }
    }
  }
}

/** Of `value`, shifted by so many bits, divided by a polynomial over GF(2). */
function remainder(value: number, bits: number, divisor: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
  return rest;
}
