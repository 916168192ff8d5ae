// The standard's types as typed-binary schemas, with what the library lacks: it has no 3-byte integers, no doubles, no
// caps and no ranges, u8(300) silently becomes 44, and a NUL ends its strings. Values are plain JSON, as in the golden
// vectors. Whatever is malformed throws Misfit. Slow on purpose: nothing here is shared with the generated codecs.

import * as bin from 'typed-binary';
import { Misfit, WireType, type Input, type Output } from './wire-type.js';
import type { Json } from '../../codegen/support/message-fields.js';

export { message } from './message.js';
export { bitFields, deltaRows, list, listUpTo, record, struct, union } from './compounds.js';
export { bytes, bytesUpTo, text } from './texts.js';

export const { u8, u16, u32, i8, i16, i32, f32 } = bin;

type Numbers = bin.ISchema<number>;

class U24 extends WireType<number> {
  override write(output: Output, value: number): void {
    output.writeUint16(value & 0xffff);
    output.writeUint8(value >>> 16);
  }

  override read(input: Input): number {
    const low = input.readUint16();
    return input.readUint8() * 0x1_0000 + low;
  }
}
export const u24: Numbers = new U24();

class F64 extends WireType<number> {
  override write(output: Output, value: number): void {
    const [low, high] = new Uint32Array(new Float64Array([value]).buffer);
    output.writeUint32(low!);
    output.writeUint32(high!);
  }

  override read(input: Input): number {
    const words = Uint32Array.of(input.readUint32(), input.readUint32());
    return new Float64Array(words.buffer)[0]!;
  }
}
export const f64: Numbers = new F64();

class Varint extends WireType<number> {
  override write(output: Output, value: number): void {
    let rest = BigInt(value);
    for (; rest > 0x7fn; rest >>= 7n) output.writeUint8(Number(rest & 0x7fn) + 0x80);
    output.writeUint8(Number(rest));
  }

  override read(input: Input): number {
    let value = 0n;
    for (let shift = 0n; shift < 35n; shift += 7n) {
      const byte = input.readUint8();
      value += BigInt(byte & 0x7f) << shift;
      if (byte >= 0x80) continue;
      if (byte === 0 && shift > 0n) throw new Misfit('a varint is longer than needed');
      if (value >= 2n ** 32n) break;
      return Number(value);
    }
    throw new Misfit('a varint is above 2^32 - 1');
  }
}
export const varint: Numbers = new Varint();

class Zigzag extends WireType<number> {
  override write(output: Output, value: number): void {
    varint.write(output, value >= 0 ? 2 * value : -2 * value - 1);
  }

  override read(input: Input): number {
    const coded = varint.read(input);
    return coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
  }
}
export const zigzag: Numbers = new Zigzag();

class Bool extends WireType<boolean> {
  override write(output: Output, value: boolean): void {
    output.writeUint8(value ? 1 : 0);
  }

  override read(input: Input): boolean {
    const byte = input.readUint8();
    if (byte > 1) throw new Misfit(`${byte} is no bool`);
    return byte === 1;
  }
}
export const bool: bin.ISchema<boolean> = new Bool();

/** A number that goes through `inner` when `fits` says so. */
class Checked extends WireType<number> {
  constructor(
    private readonly inner: Numbers,
    private readonly fits: (value: number) => boolean,
  ) {
    super();
  }

  override write(output: Output, value: number): void {
    this.inner.write(output, this.checked(value));
  }

  override read(input: Input): number {
    return this.checked(this.inner.read(input));
  }

  private checked(value: number): number {
    if (!this.fits(value)) throw new Misfit(`${value} is out of range`);
    return value;
  }
}

export function integer(inner: Numbers, min: number, max: number): bin.ISchema<number> {
  return new Checked(inner, (value) => Number.isInteger(value) && value >= min && value <= max);
}

/** Finite as the wire holds it. */
export function float(inner: Numbers, min = -Infinity, max = Infinity): bin.ISchema<number> {
  const asHeld = (value: number): number => (inner === f32 ? Math.fround(value) : value);
  return new Checked(inner, (value) => Number.isFinite(asHeld(value)) && value >= min && value <= max);
}

export interface Grid {
  readonly min: number;
  readonly max: number;
  readonly steps: number;
  readonly step: readonly [numerator: number, denominator: number];
  /** Outside numbers are brought in by whole turns of steps + 1 steps. */
  readonly wrap?: boolean;
}

class Quantized extends WireType<number> {
  constructor(
    private readonly inner: Numbers,
    private readonly grid: Grid,
  ) {
    super();
  }

  override write(output: Output, value: number): void {
    const { min, max, steps, wrap = false } = this.grid;
    const [p, r] = this.grid.step;
    if (Number.isNaN(value)) throw new Misfit('NaN has no step');
    if (wrap) {
      if (!Number.isFinite(value)) throw new Misfit('infinity lies nowhere on a circle');
      const turns = Math.floor(((value - min) * r) / p + 0.5);
      return this.inner.write(output, (((turns % (steps + 1)) + steps + 1) % (steps + 1)) + 0);
    }
    const q = value <= min ? 0 : value >= max ? steps : Math.floor(((value - min) * r) / p + 0.5);
    this.inner.write(output, q);
  }

  override read(input: Input): number {
    const q = this.inner.read(input);
    if (q > this.grid.steps) throw new Misfit(`${q} is more than ${this.grid.steps} steps`);
    const [p, r] = this.grid.step;
    return (q * p) / r + this.grid.min;
  }
}

export function quantized(inner: Numbers, grid: Grid): bin.ISchema<number> {
  return new Quantized(inner, grid);
}

class Enumeration extends WireType<Json> {
  constructor(
    private readonly inner: Numbers,
    private readonly members: Readonly<Record<string, number>>,
  ) {
    super();
  }

  override write(output: Output, name: Json): void {
    const value = this.members[String(name)];
    if (value === undefined) throw new Misfit(`'${String(name)}' is no member`);
    this.inner.write(output, value);
  }

  override read(input: Input): Json {
    const value = this.inner.read(input);
    const member = Object.entries(this.members).find(([, each]) => each === value);
    if (member === undefined) throw new Misfit(`${value} is no member`);
    return member[0];
  }
}

export function enumeration(inner: Numbers, members: Readonly<Record<string, number>>): bin.ISchema<Json> {
  return new Enumeration(inner, members);
}

class FlagSet extends WireType<Json> {
  constructor(
    private readonly inner: Numbers,
    private readonly bits: Readonly<Record<string, number>>,
  ) {
    super();
  }

  override write(output: Output, names: Json): void {
    this.inner.write(
      output,
      (names as readonly string[]).reduce((sum, name) => sum + 2 ** this.bits[name]!, 0),
    );
  }

  override read(input: Input): Json {
    const value = this.inner.read(input);
    const set = Object.entries(this.bits).filter(([, bit]) => Math.floor(value / 2 ** bit) % 2 === 1);
    const sum = set.reduce((total, [, bit]) => total + 2 ** bit, 0);
    if (sum !== value) throw new Misfit(`${value} has an undefined bit`);
    return set.map(([name]) => name);
  }
}

/** By the numbers of their bits. */
export function flagSet(inner: Numbers, bits: Readonly<Record<string, number>>): bin.ISchema<Json> {
  return new FlagSet(inner, bits);
}
