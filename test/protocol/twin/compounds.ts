// Lists, structs with optional fields, records, unions and bit fields.

import { arrayOf, BufferReader, BufferWriter, u16, u8, type AnySchema, type ISchema } from 'typed-binary';
import { Misfit, WireType, type Input, type Output } from './wire-type.js';
import type { Fields, Json, ListEntry } from '../../codegen/support/message-fields.js';

type Write = { write(output: Output, value: unknown): void };

/** Exactly `size` elements: the library's own. */
export function list(element: AnySchema, size: number): AnySchema {
  return arrayOf(element, size);
}

class ListUpTo extends WireType<Json> {
  constructor(
    private readonly element: AnySchema,
    private readonly cap: number,
  ) {
    super();
  }

  override write(output: Output, values: readonly unknown[]): void {
    if (values.length > this.cap) throw new Misfit(`${values.length} elements, above the cap ${this.cap}`);
    (this.cap > 255 ? u16 : u8).write(output, values.length);
    for (const value of values) (this.element as Write).write(output, value);
  }

  override read(input: Input): Json {
    const count = (this.cap > 255 ? u16 : u8).read(input);
    if (count > this.cap) throw new Misfit(`${count} elements, above the cap ${this.cap}`);
    return Array.from({ length: count }, () => this.element.read(input) as Json);
  }
}

export function listUpTo(element: AnySchema, cap: number): AnySchema {
  return new ListUpTo(element, cap);
}

class Struct extends WireType<Fields> {
  constructor(
    private readonly fields: Readonly<Record<string, AnySchema>>,
    private readonly optional: readonly string[],
  ) {
    super();
  }

  override write(output: Output, value: Fields): void {
    for (let first = 0; first < this.optional.length; first += 8) {
      const names = this.optional.slice(first, first + 8);
      output.writeUint8(names.reduce((bits, name, bit) => bits + (name in value ? 2 ** bit : 0), 0));
    }
    for (const [name, schema] of Object.entries(this.fields)) {
      if (name in value) (schema as Write).write(output, value[name]);
      else if (!this.optional.includes(name)) throw new Misfit(`the field '${name}' is missing`);
    }
  }

  override read(input: Input): Fields {
    const absent = new Set<string>();
    for (let first = 0; first < this.optional.length; first += 8) {
      const names = this.optional.slice(first, first + 8);
      const bits = input.readUint8();
      if (bits >= 2 ** names.length) throw new Misfit('a presence bit of no field');
      names.forEach((name, bit) => Math.floor(bits / 2 ** bit) % 2 === 0 && absent.add(name));
    }
    const present = Object.entries(this.fields).filter(([name]) => !absent.has(name));
    return Object.fromEntries(present.map(([name, schema]) => [name, schema.read(input) as Json]));
  }
}

export function struct(
  fields: Readonly<Record<string, AnySchema>>,
  optional: readonly string[] = [],
): ISchema<Fields> {
  return new Struct(fields, optional);
}

type Groups = Readonly<Record<string, readonly [bit: number, fields: ISchema<Fields>]>>;

class MaskedRecord extends WireType<Fields> {
  constructor(
    private readonly mask: ISchema<number>,
    private readonly groups: Groups,
  ) {
    super();
  }

  override write(output: Output, value: Fields): void {
    const present = Object.entries(this.groups).filter(([name]) => name in value);
    this.mask.write(
      output,
      present.reduce((mask, [, [bit]]) => mask + 2 ** bit, 0),
    );
    for (const [name, [, fields]] of present) (fields as unknown as Write).write(output, value[name]);
  }

  override read(input: Input): Fields {
    const mask = this.mask.read(input);
    const present = Object.entries(this.groups).filter(([, [bit]]) => Math.floor(mask / 2 ** bit) % 2 === 1);
    if (present.reduce((sum, [, [bit]]) => sum + 2 ** bit, 0) !== mask)
      throw new Misfit('a mask bit of no group');
    return Object.fromEntries(present.map(([name, [, fields]]) => [name, fields.read(input) as Json]));
  }
}

/** Groups by name, with the numbers of their mask bits. */
export function record(mask: ISchema<number>, groups: Groups): ISchema<Fields> {
  return new MaskedRecord(mask, groups);
}

class DeltaRows extends WireType<Json> {
  constructor(
    private readonly place: ISchema<number>,
    private readonly row: ISchema<Fields>,
    private readonly size: number,
  ) {
    super();
  }

  override write(output: Output, entries: readonly ListEntry[]): void {
    (this.size > 255 ? u16 : u8).write(output, entries.length);
    for (const { place, row } of entries) {
      this.place.write(output, place);
      (this.row as unknown as Write).write(output, row);
    }
  }

  override read(input: Input): Json {
    const count = (this.size > 255 ? u16 : u8).read(input);
    if (count > this.size) throw new Misfit(`${count} rows of ${this.size}`);
    const entries: { place: number; row: Fields }[] = [];
    for (let last = -1; entries.length < count;) {
      const place = this.place.read(input);
      if (place <= last || place >= this.size) throw new Misfit(`the place ${place} behind ${last}`);
      last = place;
      entries.push({ place, row: this.row.read(input) as Fields });
    }
    return entries;
  }
}

/** Changed records and their places, for who holds no baseline: all that is sent stands there whole. */
export function deltaRows(place: ISchema<number>, row: ISchema<Fields>, size: number): AnySchema {
  return new DeltaRows(place, row, size);
}

type Cases = Readonly<Record<string, readonly [tag: number, fields: ISchema<Fields>]>>;

class Union extends WireType<Fields> {
  constructor(private readonly cases: Cases) {
    super();
  }

  override write(output: Output, value: Fields): void {
    const [name] = Object.keys(value);
    const [tag, fields] = this.cases[name!]!;
    output.writeUint8(tag);
    (fields as unknown as Write).write(output, value[name!]);
  }

  override read(input: Input): Fields {
    const tag = input.readUint8();
    const found = Object.entries(this.cases).find(([, [each]]) => each === tag);
    if (found === undefined) throw new Misfit(`${tag} is the tag of no case`);
    return { [found[0]]: found[1][1].read(input) as Json };
  }
}

/** Cases by name, with the byte before them. */
export function union(cases: Cases): ISchema<Fields> {
  return new Union(cases);
}

type BitFields = Readonly<Record<string, readonly [offset: number, width: number, value: AnySchema]>>;

class Bits extends WireType<Fields> {
  constructor(
    private readonly inner: ISchema<number>,
    private readonly fields: BitFields,
  ) {
    super();
  }

  override write(output: Output, value: Fields): void {
    let sum = 0;
    for (const [name, [offset, width, schema]] of Object.entries(this.fields)) {
      const number = this.#asNumber(schema, value[name]);
      if (number >= 2 ** width) throw new Misfit(`${number} has more than ${width} bits`);
      sum += number * 2 ** offset;
    }
    this.inner.write(output, sum);
  }

  override read(input: Input): Fields {
    let rest = this.inner.read(input);
    const whole = rest;
    const entries = Object.entries(this.fields).map(([name, [offset, width, schema]]): [string, Json] => {
      const number = Math.floor(whole / 2 ** offset) % 2 ** width;
      rest -= number * 2 ** offset;
      const memory = Uint32Array.of(number).buffer;
      return [name, schema.read(new BufferReader(memory, { endianness: 'little' })) as Json];
    });
    if (rest !== 0) throw new Misfit('a bit of no field');
    return Object.fromEntries(entries);
  }

  #asNumber(schema: AnySchema, value: unknown): number {
    const memory = new Uint32Array(1);
    (schema as Write).write(new BufferWriter(memory.buffer, { endianness: 'little' }), value);
    return memory[0]!;
  }
}

/** Fields by name, with their lowest bit and their width. */
export function bitFields(inner: ISchema<number>, fields: BitFields): ISchema<Fields> {
  return new Bits(inner, fields);
}
