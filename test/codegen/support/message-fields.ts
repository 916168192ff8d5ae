// Messages as plain JSON, as the golden vectors write them, to and from the generated classes. Driven by the schema:
// enum values by name, flags as lists of names, bytes in hexadecimal, quantized numbers physical, records by group.

import type {
  BitsModel,
  DeltaListType,
  ElementType,
  FieldModel,
  FieldType,
  PacketModel,
  RecordModel,
  StructModel,
  UnionModel,
} from '#codegen/model/schema-model.js';

/** A generated module, by the names of its exports. */
export type GeneratedModule = Readonly<Record<string, unknown>>;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Fields = Record<string, Json>;
/** Of a list of delta records. */
export type ListEntry = { readonly place: number; readonly row: Fields };
// Generated classes have no common type; the schema says what is in them.
type Message = Record<string, unknown>;
type Columns = Readonly<Record<string, number[]>>;

export class MessageMapping {
  constructor(readonly module: GeneratedModule) {}

  create(name: string): Message {
    return new (this.module[name] as new () => Message)();
  }

  encode(name: string, message: Message, out: Uint8Array, at = 0): number {
    return (this.module[`encode${name}`] as (m: Message, out: Uint8Array, at: number) => number)(
      message,
      out,
      at,
    );
  }

  decode(name: string, message: Message, data: Uint8Array, at = 0, end = data.length): number {
    const decode = this.module[`decode${name}`] as (
      m: Message,
      d: Uint8Array,
      at: number,
      end: number,
    ) => number;
    return decode(message, data, at, end);
  }

  write(message: Message, declaration: PacketModel | StructModel | RecordModel, fields: Fields): void {
    if (declaration.kind === 'record') this.#writeRecord(message, declaration, fields);
    else for (const field of declaration.fields) this.#writeField(message, field, fields[field.name]);
  }

  read(message: Message, declaration: PacketModel | StructModel | RecordModel): Fields {
    if (declaration.kind === 'record') return this.#readRecord(message, declaration);
    const fields: Fields = {};
    for (const field of declaration.fields) {
      if (!field.optional || message[presence(field.name)] === true)
        fields[field.name] = this.#readField(message, field);
    }
    return fields;
  }

  #writeRecord(message: Message, record: RecordModel, groups: Fields): void {
    let mask = 0;
    for (const group of record.groups) {
      const fields = groups[group.name] as Fields | undefined;
      if (fields === undefined) continue;
      mask = (mask | (1 << group.bit)) >>> 0;
      for (const field of group.fields) {
        const value = fields[field.name];
        if (field.type.kind === 'quantized')
          message[field.name] = this.#quantizer('quantize', record, field)(value);
        else this.#writeField(message, field, value);
      }
    }
    message['mask'] = mask;
  }

  #readRecord(message: Message, record: RecordModel): Fields {
    const groups: Fields = {};
    for (const group of record.groups) {
      if (((message['mask'] as number) & (1 << group.bit)) === 0) continue;
      const fields: Fields = {};
      for (const field of group.fields) {
        fields[field.name] =
          field.type.kind === 'quantized'
            ? this.#quantizer('dequantize', record, field)(message[field.name])
            : this.#readField(message, field);
      }
      groups[group.name] = fields;
    }
    return groups;
  }

  #quantizer(direction: string, record: RecordModel, field: FieldModel): (value: unknown) => number {
    return this.module[`${direction}${record.name}${upper(field.name)}`] as (value: unknown) => number;
  }

  #writeField(message: Message, field: FieldModel, value: Json | undefined): void {
    if (field.optional) message[presence(field.name)] = value !== undefined;
    if (value === undefined) {
      if (field.optional) return;
      throw new Error(`the field '${field.name}' is missing`);
    }
    const { name, type } = field;
    if (type.kind === 'bytes') {
      const bytes = Buffer.from(value as string, 'hex');
      (message[name] as Uint8Array).set(bytes);
      if (type.capped) message[`${name}Length`] = bytes.length;
    } else if (type.kind === 'deltaList') {
      this.#writeRows(message, name, type, value as unknown as readonly ListEntry[]);
    } else if (type.kind === 'array') {
      const elements = value as readonly Json[];
      if (type.capped) message[`${name}Count`] = elements.length;
      const target = message[name] as unknown[];
      elements.forEach((element, index) => {
        if (isCompound(type.element)) this.#writeValue(target[index] as Message, type.element, element);
        else target[index] = scalarFrom(type.element, element);
      });
    } else if (isCompound(type)) {
      this.#writeValue(message[name] as Message, type, value);
    } else message[name] = scalarFrom(type, value);
  }

  #writeValue(target: Message, type: ElementType, value: Json): void {
    if (type.kind === 'bits') this.#writeBits(target, type.declaration, value as Fields);
    if (type.kind === 'union') this.#writeUnion(target, type.declaration, value as Fields);
    if (type.kind === 'struct' || type.kind === 'record')
      this.write(target, type.declaration, value as Fields);
  }

  #writeRows(message: Message, name: string, type: DeltaListType, entries: readonly ListEntry[]): void {
    const columns = message[name] as Columns;
    message[`${name}Count`] = entries.length;
    entries.forEach(({ place, row }, index) => {
      (message[`${name}Places`] as number[])[index] = place;
      (message[`${name}Masks`] as number[])[index] = this.writeRow(columns, place, type.declaration, row);
    });
  }

  /** Into a record's columns, which hold it then; returns the mask of its groups. */
  writeRow(columns: Columns, place: number, record: RecordModel, row: Fields): number {
    const message: Message = {};
    this.#writeRecord(message, record, row);
    for (const [name, value] of Object.entries(message)) columns[name]![place] = Number(value);
    return message['mask'] as number;
  }

  /** Of a row the groups of `mask`. */
  readRow(columns: Columns, place: number, record: RecordModel, mask: number): Fields {
    const names = record.groups.flatMap((group) => group.fields.map((field) => field.name));
    const values = Object.fromEntries(names.map((name) => [name, columns[name]![place]]));
    return this.#readRecord({ ...values, mask }, record);
  }

  #readRows(message: Message, name: string, type: DeltaListType): ListEntry[] {
    const places = message[`${name}Places`] as ArrayLike<number>;
    const masks = message[`${name}Masks`] as ArrayLike<number>;
    return Array.from({ length: message[`${name}Count`] as number }, (_, index) => ({
      place: places[index]!,
      row: this.readRow(message[name] as Columns, places[index]!, type.declaration, masks[index]!),
    }));
  }

  #writeBits(target: Message, bits: BitsModel, fields: Fields): void {
    for (const { name, value } of bits.fields) {
      target[name] = value.kind === 'enum' ? scalarFrom(value, fields[name]!) : fields[name];
    }
  }

  #writeUnion(target: Message, union: UnionModel, fields: Fields): void {
    const [name] = Object.keys(fields);
    const { tag, declaration } = union.cases.find((candidate) => candidate.name === name)!;
    target['kind'] = tag;
    if (declaration) this.write(target[name!] as Message, declaration, fields[name!] as Fields);
  }

  #readBits(source: Message, bits: BitsModel): Fields {
    const entries = bits.fields.map(({ name, value }): [string, Json] => [
      name,
      value.kind === 'number' ? (source[name] as Json) : this.#readValue(value, source[name]),
    ]);
    return Object.fromEntries(entries);
  }

  #readUnion(source: Message, union: UnionModel): Fields {
    const { name, declaration } = union.cases.find(({ tag }) => tag === source['kind'])!;
    return { [name]: declaration ? this.read(source[name] as Message, declaration) : {} };
  }

  #readField(message: Message, { name, type }: FieldModel): Json {
    if (type.kind === 'bytes') {
      const length = type.capped ? (message[`${name}Length`] as number) : type.size;
      return Buffer.from((message[name] as Uint8Array).subarray(0, length)).toString('hex');
    }
    if (type.kind === 'deltaList') return this.#readRows(message, name, type);
    if (type.kind === 'array') {
      const count = type.capped ? (message[`${name}Count`] as number) : type.size;
      const elements = message[name] as ArrayLike<unknown>;
      return Array.from({ length: count }, (_, index) => this.#readValue(type.element, elements[index]));
    }
    return this.#readValue(type, message[name]);
  }

  #readValue(type: FieldType, value: unknown): Json {
    if (type.kind === 'struct' || type.kind === 'record')
      return this.read(value as Message, type.declaration);
    if (type.kind === 'bits') return this.#readBits(value as Message, type.declaration);
    if (type.kind === 'union') return this.#readUnion(value as Message, type.declaration);
    if (type.kind === 'bool') return Boolean(value);
    if (type.kind === 'enum') {
      return (
        type.declaration.members.find((member) => member.value === value)?.name ?? `unknown ${String(value)}`
      );
    }
    if (type.kind === 'flags') {
      const bits = value as number;
      return type.declaration.members
        .filter((member) => (bits & (1 << member.value)) !== 0)
        .map(({ name }) => name);
    }
    return value as Json;
  }
}

function scalarFrom(type: FieldType, value: Json): Json {
  if (type.kind === 'enum') {
    const member = type.declaration.members.find((candidate) => candidate.name === value);
    if (member === undefined) throw new Error(`${type.declaration.name} has no '${String(value)}'`);
    return member.value;
  }
  if (type.kind === 'flags') {
    const names = value as readonly string[];
    const { members } = type.declaration;
    return members.reduce(
      (bits, member) => (names.includes(member.name) ? (bits | (1 << member.value)) >>> 0 : bits),
      0,
    );
  }
  return value;
}

function isCompound(type: FieldType): type is Exclude<ElementType, { kind: 'string' }> {
  return type.kind === 'struct' || type.kind === 'record' || type.kind === 'bits' || type.kind === 'union';
}

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const presence = (name: string): string => `has${upper(name)}`;
