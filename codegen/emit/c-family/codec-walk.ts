// The body of a read or write function in a language with C's statements: one call for each value, in the order of the wire.
// What a call looks like is the language's matter, and which class has the functions that are called is the caller's.

import { toNumber } from '../../model/rational.js';
import type {
  ArrayType,
  BitsModel,
  DeltaListType,
  ElementType,
  EnumModel,
  FieldModel,
  FieldType,
  GroupModel,
  PacketModel,
  QuantizedType,
  RecordModel,
  StructModel,
  UnionModel,
} from '../../model/schema-model.js';
import { placeBytes } from '../../model/delta-layout.js';
import { deltaSize, presenceBytes, typeSize } from '../../model/wire-size.js';
import { SourceLines } from './source-lines.js';

export type Direction = 'read' | 'write';

/** `Reader` or `Writer`, or what stands in for them. */
export type CodecClass = Readonly<Record<Direction, string>>;

export const byteCodec: CodecClass = { read: 'Reader', write: 'Writer' };

/** What is read and written field by field. */
export type Composed = BitsModel | StructModel | UnionModel | RecordModel | PacketModel;

export type Coded = EnumModel | Composed;

/** A field whose value is not made of others. */
export type DirectType = Exclude<FieldType, ArrayType | DeltaListType>;

export abstract class CodecWalk {
  protected readonly lines: SourceLines;

  constructor(
    readonly direction: Direction,
    indent: string,
    bracesAlone: boolean,
  ) {
    this.lines = new SourceLines(indent, bracesAlone);
  }

  /** The code so far. */
  finish(): string[] {
    return this.lines.finish();
  }

  /** The whole body for a declaration. */
  body(declaration: Composed): string[] {
    if (declaration.kind === 'record') this.record(declaration.name, declaration);
    else if (declaration.kind === 'union') this.union(declaration);
    else if (declaration.kind === 'bits') this.bits(declaration);
    else this.fields(declaration.name, declaration.fields);
    return this.finish();
  }

  fields(owner: string, fields: readonly FieldModel[]): void {
    const optionals = fields.filter((field) => field.optional);
    if (optionals.length > 0) this.presence(optionals, presenceBytes(optionals.length));
    for (const field of fields) {
      const value = () => this.#value(owner, field);
      if (field.optional) this.optional(field, optionals.indexOf(field), value);
      else value();
    }
  }

  record(owner: string, record: RecordModel): void {
    this.mask(record);
    for (const group of record.groups) this.group(record, group, () => this.fields(owner, group.fields));
  }

  /** Returns with a fault unless `condition` holds. */
  protected need(condition: string): void {
    this.lines.add(`if (!${condition}) return false;`);
  }

  protected abstract bits(bits: BitsModel): void;
  protected abstract union(union: UnionModel): void;
  protected abstract presence(optionals: readonly FieldModel[], bytes: number): void;
  protected abstract optional(field: FieldModel, bit: number, value: () => void): void;
  protected abstract mask(record: RecordModel): void;
  protected abstract group(record: RecordModel, group: GroupModel, fields: () => void): void;
  protected abstract deltaList(path: string, field: FieldModel, type: DeltaListType): void;
  /** The count of a capped array. */
  protected abstract count(path: string, field: FieldModel, type: ArrayType, leastBytes: number): void;
  /** `how` many elements there are, as an expression. */
  protected abstract size(path: string, field: FieldModel, type: ArrayType): string;
  protected abstract plain(owner: string, path: string, field: FieldModel, type: DirectType): void;
  /** Where the field's value lies. */
  protected abstract pathOf(owner: string, field: FieldModel): string;

  #value(owner: string, field: FieldModel): void {
    const path = this.pathOf(owner, field);
    const { type } = field;
    if (type.kind === 'deltaList') {
      this.deltaList(path, field, type);
      return;
    }
    if (type.kind !== 'array') {
      this.plain(owner, path, field, type);
      return;
    }
    if (type.capped) this.count(path, field, type, typeSize(type.element).min);
    this.lines.block(this.loopHead(this.size(path, field, type)), () =>
      this.plain(owner, `${path}[i]`, field, type.element),
    );
  }

  protected abstract loopHead(size: string): string;
}

/** The function for a value that needs no more than its range: its name in camelCase, and its bounds if it has narrower ones. */
export function scalarCall(type: ElementType): { name: string; bounds: readonly number[] } | undefined {
  switch (type.kind) {
    case 'integer':
      return { name: type.name, bounds: type.ranged ? [type.min, type.max] : [] };
    case 'float':
      return { name: `f${type.bytes * 8}`, bounds: type.ranged ? [type.min, type.max] : [] };
    case 'angle':
      return { name: `u${type.bytes * 8}`, bounds: [] };
    case 'bool':
      return { name: 'boolean', bounds: [] };
    default:
      return undefined;
  }
}

/** Bytes of the shortest entry of a list of delta records. */
export function leastEntryBytes({ declaration, size }: DeltaListType): number {
  return placeBytes(size) + deltaSize(declaration).min;
}

/** Min, max, step's numerator and denominator, highest number of steps, bytes, whether it wraps. */
export function quantizationNumbers(type: QuantizedType): string {
  const { min, max, step, steps, bytes, wrap } = type;
  return [toNumber(min), toNumber(max), step.numerator, step.denominator, steps, bytes, wrap].join(', ');
}
