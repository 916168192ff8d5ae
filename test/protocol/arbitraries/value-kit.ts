// Which values the generated arbitraries choose. Messages are plain JSON, as the golden vectors write them.

import fc, { type Arbitrary } from 'fast-check';
import type { Fields, Json } from '../../codegen/support/message-fields.js';

export interface Grid {
  readonly min: number;
  readonly steps: number;
  /** As a fraction: numerator and denominator. */
  readonly step: readonly [number, number];
  /** Outside numbers are brought in by whole turns of steps + 1 steps. */
  readonly wrap?: boolean;
}

export interface ValueKit {
  integer(min: number, max: number): Arbitrary<number>;
  float32(min?: number, max?: number): Arbitrary<number>;
  float64(min?: number, max?: number): Arbitrary<number>;
  bool(): Arbitrary<boolean>;
  /** Physical numbers. */
  quantized(grid: Grid): Arbitrary<number>;
  oneOf(...names: readonly string[]): Arbitrary<string>;
  someOf(...names: readonly string[]): Arbitrary<readonly string[]>;
  /** At most `cap` bytes of UTF-8. */
  text(cap: number): Arbitrary<string>;
  /** In hexadecimal. */
  bytes(least: number, most: number): Arbitrary<string>;
  list(element: Arbitrary<Json>, least: number, most: number): Arbitrary<readonly Json[]>;
  /** Of a list of delta records: ascending places below `size`, each with a row. */
  rows(row: Arbitrary<Fields>, size: number): Arbitrary<readonly Json[]>;
  fields(entries: Record<string, Arbitrary<Json>>, optional?: readonly string[]): Arbitrary<Fields>;
  /** Of a union: the name of one case with its fields. */
  oneCase(entries: Record<string, Arbitrary<Fields>>): Arbitrary<Fields>;
  /** Of a record; any may be missing. */
  groups(entries: Record<string, Arbitrary<Fields>>): Arbitrary<Fields>;
}

/** Any value that is allowed. */
export const anyValues: ValueKit = {
  integer: (min, max) => fc.integer({ min, max }),
  float32: (min, max) => fc.float({ ...between(min, max), noNaN: true, noDefaultInfinity: true }),
  float64: (min, max) => fc.double({ ...between(min, max), noNaN: true, noDefaultInfinity: true }),
  bool: () => fc.boolean(),
  quantized: (grid) => fc.integer({ min: 0, max: grid.steps }).map((q) => physical(grid, q)),
  oneOf: (...names) => fc.constantFrom(...names),
  someOf: (...names) => fc.subarray([...names]),
  text: (cap) =>
    fc
      .string({ unit: 'binary', maxLength: Math.min(cap, 40) })
      .filter((text) => Buffer.byteLength(text) <= cap),
  bytes: (least, most) => fc.uint8Array({ minLength: least, maxLength: most }).map(hex),
  list: (element, least, most) => fc.array(element, { minLength: least, maxLength: most }),
  rows: (row, size) =>
    fc
      .uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: size })
      .chain((places) =>
        fc.tuple(
          ...places
            .sort((a, b) => a - b)
            .map((place) => fc.record({ place: fc.constant(place), row }, { noNullPrototype: true })),
        ),
      ),
  fields: (entries, optional = []) => {
    const requiredKeys = Object.keys(entries).filter((name) => !optional.includes(name));
    return fc.record(entries, { requiredKeys, noNullPrototype: true }) as Arbitrary<Fields>;
  },
  oneCase: (entries) =>
    fc.oneof(
      ...Object.entries(entries).map(([name, fields]) => fields.map((value): Fields => ({ [name]: value }))),
    ),
  groups: (entries) =>
    fc.record(entries, { requiredKeys: [], noNullPrototype: true }) as unknown as Arbitrary<Fields>,
};

/** The ends of ranges and their neighbours, powers of two, empty and full texts and lists. */
export const edgeValues: ValueKit = {
  ...anyValues,
  integer: (min, max) => fc.constantFrom(...edgesOf(min, max)),
  float32: (min = -f32Max, max = f32Max) =>
    fc.constantFrom(...floatEdges([min, max, f32Least, -f32Least], min, max).map(Math.fround)),
  float64: (min = -Number.MAX_VALUE, max = Number.MAX_VALUE) =>
    fc.constantFrom(...floatEdges([min, max, Number.MIN_VALUE, Number.EPSILON], min, max)),
  quantized: (grid) => fc.constantFrom(...edgesOf(0, grid.steps)).map((q) => physical(grid, q)),
  someOf: (...names) => fc.constantFrom([], names, ...names.map((name) => [name])),
  text: (cap) => fc.constantFrom(...textEdges(cap)),
  bytes: (least, most) =>
    fc
      .tuple(
        fc.constantFrom(...new Set([least, Math.max(least, most - 1), most])),
        fc.constantFrom(0, 0x80, 0xff),
      )
      .map(([length, byte]) => hex(new Uint8Array(length).fill(byte))),
  rows: (row, size) =>
    fc
      .constantFrom(
        [],
        [0],
        [size - 1],
        Array.from({ length: size }, (_, place) => place),
      )
      .chain((places) => rowsAt(places, row)),
  list: (element, least, most) =>
    fc
      .constantFrom(...new Set([least, Math.min(most, least + 1), most]))
      .chain((length) => fc.array(element, { minLength: length, maxLength: length })),
};

/** As at the edges, but quantized numbers may lie between two steps and outside the range, where encoders clamp. */
export const offGridValues: ValueKit = {
  ...edgeValues,
  quantized: (grid) => {
    const turn = grid.steps + 1;
    const reach = grid.wrap === true ? 3 * turn : 2;
    const between = fc
      .tuple(fc.integer({ min: -reach, max: grid.steps + reach }), fc.constantFrom(0.25, 0.5, 0.75, 0.999))
      .map(([q, part]) => physical(grid, q + part));
    if (grid.wrap === true) return between;
    return fc.oneof(
      between,
      fc.constantFrom(-Infinity, Infinity, -0, Number.MIN_VALUE, -1e300, 1e300),
      fc.double({ noNaN: true }),
    );
  },
};

function rowsAt(places: readonly number[], row: Arbitrary<Fields>): Arbitrary<readonly Json[]> {
  return fc.tuple(
    ...places.map((place) => fc.record({ place: fc.constant(place), row }, { noNullPrototype: true })),
  );
}

const f32Max = (2 - 2 ** -23) * 2 ** 127;
const f32Least = 2 ** -149;

/** As the standard says: in this order of operations. */
function physical({ min, step: [p, r] }: Grid, q: number): number {
  return (q * p) / r + min;
}

function edgesOf(min: number, max: number): number[] {
  const powers = [7, 8, 14, 15, 16, 21, 24, 28, 31].flatMap((bit) => [2 ** bit - 1, 2 ** bit]);
  const all = [min, max, min + 1, max - 1, 0, 1, -1, ...powers, ...powers.map((power) => -power)];
  return [...new Set(all.filter((value) => value >= min && value <= max).map((value) => value + 0))];
}

function floatEdges(values: readonly number[], min: number, max: number): number[] {
  return [...values, 0, -0, 1, -1, 0.1].filter((value) => value >= min && value <= max);
}

/** One to four bytes a character, U+0000, the last code point, and exactly as much as fits. */
function textEdges(cap: number): string[] {
  const full = (character: string): string =>
    character.repeat(Math.floor(cap / Buffer.byteLength(character)));
  const texts = ['', '\0', ' ', '\u{10ffff}', '\ufeff', 'é€🜁', ...['a', 'é', '€', '🜁', '\x7f'].map(full)];
  return texts.filter((text) => Buffer.byteLength(text) <= cap);
}

function between(min: number | undefined, max: number | undefined): { min?: number; max?: number } {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
