// The statements that read a list of fields. Every count is checked against its cap and the bytes left before a loop starts.

import type { BitsModel, FieldModel, RecordModel, ScalarType, UnionModel } from '../../model/schema-model.js';
import { definedBits, readBitField, tagType } from './packed-code.js';
import { prefixBytes } from '../../model/wire-size.js';
import { countName, hex, lengthName, presenceName } from './derived-names.js';
import { refuse } from './faults.js';
import { FieldWalk, type PlainElement, type PlainType } from './field-walk.js';
import { decodeChecks, dequantizeExpression, readInteger, scalarBytes } from './scalar-code.js';
import type { Form } from './type-names.js';

export abstract class DecodeBody extends FieldWalk {
  /** `boundsChecked`: the message has a fixed size, which was checked. */
  constructor(boundsChecked = false) {
    super('decode', boundsChecked);
  }

  idByte(idName: string): void {
    this.run.add(1, (byteAt) => [refuse(`data[${byteAt(0)}] !== ${idName}`, 'wrongId')]);
  }

  protected override presence(optionals: readonly FieldModel[], bytes: number): void {
    const { owner } = this;
    const local = this.take('presence');
    this.run.add(bytes, (byteAt) => [
      `const ${local} = ${readInteger(bytes, false, byteAt)};`,
      ...spareBits(local, optionals.length, bytes),
      ...optionals.map(
        ({ name }, bit) => `${owner}.${presenceName(name)} = (${local} & ${hex(2 ** bit)}) !== 0;`,
      ),
    ]);
  }

  protected override mask(record: RecordModel, local: string): void {
    const { owner } = this;
    this.run.add(record.maskBytes, (byteAt) => [
      `const ${local} = ${readInteger(record.maskBytes, false, byteAt)};`,
      ...spareBits(local, record.groups.length, record.maskBytes),
      `${owner}.mask = ${local};`,
    ]);
  }

  override bits(bits: BitsModel): void {
    const { owner } = this;
    const local = this.take('bits');
    const used = definedBits(bits);
    const spare =
      used === 2 ** (8 * bits.bytes) - 1 ? [] : [refuse(`(${local} & ~${hex(used)}) !== 0`, 'outOfRange')];
    const fields = bits.fields.map((field) => ({ field, local: this.take(field.name) }));
    this.run.add(bits.bytes, (byteAt) => [
      `const ${local} = ${readInteger(bits.bytes, false, byteAt)};`,
      ...spare,
      ...fields.flatMap((each) => readBitField(each.field, local, each.local, `${owner}.${each.field.name}`)),
    ]);
  }

  protected override tag(union: UnionModel): string {
    const { owner } = this;
    const local = this.take('kind');
    const type = tagType(union);
    this.run.add(1, (byteAt) => [
      `const ${local} = data[${byteAt(0)}]!;`,
      ...decodeChecks(type, local),
      `${owner}.kind = ${fromWire(type, local, 'physical')};`,
    ]);
    return local;
  }

  protected override plainField(name: string, type: PlainType): void {
    const target = this.member(name);
    if (this.columns !== undefined && type.kind === 'bool') this.#typedBool(target, this.take(name));
    else if (type.kind === 'string') {
      const length = this.#prefix(lengthName(name), type.cap);
      this.endRun();
      this.#text(target, this.take(name), length);
    } else if (type.kind === 'bytes') this.#bytes(name, type.size, type.capped);
    else this.#scalar(target, this.take(name), type, this.form);
  }

  protected override count(name: string, cap: number): string {
    return this.#prefix(countName(name), cap, `${this.owner}.${countName(name)}`);
  }

  protected override arrayBounds(bytes: string): string {
    return refuse(`${bytes} > end - at`, 'truncated');
  }

  protected override plainElement(array: string, index: string, element: PlainElement): void {
    const target = `${array}[${index}]`;
    const value = this.take(`${array}Value`);
    if (element.kind === 'string') {
      const length = this.#prefix(lengthName(array), element.cap);
      this.endRun();
      this.#text(target, value, length);
    } else if (element.kind === 'bool') this.#typedBool(target, value);
    else this.#scalar(target, value, element, 'physical');
  }

  /** Reads a value into `target`, by way of `local` where it must be looked at first. */
  #scalar(target: string, local: string, type: ScalarType, form: Form): void {
    if (type.kind === 'integer' && type.encoding !== 'fixed') {
      this.endRun();
      this.push(...readVarint(local, type), `${target} = ${varintResult(type, local)};`);
      return;
    }
    this.run.add(scalarBytes(type), (byteAt) => {
      const read = readScalar(type, byteAt);
      const checks = decodeChecks(type, local);
      const result = fromWire(type, local, form);
      if (checks.length === 0 && result === local) return [...read.before, `${target} = ${read.value};`];
      return [...read.before, `const ${local} = ${read.value};`, ...checks, `${target} = ${result};`];
    });
  }

  /** A bool in an array stays a number, because the array is a typed one. */
  #typedBool(target: string, local: string): void {
    this.run.add(1, (byteAt) => [
      `const ${local} = data[${byteAt(0)}]!;`,
      ...decodeChecks({ kind: 'bool' }, local),
      `${target} = ${local};`,
    ]);
  }

  /** Reads a count or length and checks its cap; returns the local that holds it. */
  #prefix(wanted: string, cap: number, target?: string): string {
    const local = this.take(wanted);
    const bytes = prefixBytes(cap);
    this.run.add(bytes, (byteAt) => [
      `const ${local} = ${readInteger(bytes, false, byteAt)};`,
      ...(cap === 2 ** (8 * bytes) - 1 ? [] : [refuse(`${local} > ${cap}`, 'tooLong')]),
      ...(target === undefined ? [] : [`${target} = ${local};`]),
    ]);
    return local;
  }

  #text(target: string, local: string, length: string): void {
    this.push(
      refuse(`${length} > end - at`, 'truncated'),
      `const ${local} = readText(data, at, at + ${length});`,
      refuse(`${local} === undefined`, 'badText'),
      `${target} = ${local};`,
      `at += ${length};`,
    );
  }

  #bytes(name: string, size: number, capped: boolean): void {
    const { index } = this;
    if (!capped) {
      const local = this.property(name);
      this.run.add(size, (byteAt) => [
        `for (let ${index} = 0; ${index} < ${size}; ${index}++) ${local}[${index}] = data[${byteAt(0)} + ${index}]!;`,
      ]);
      return;
    }
    const length = this.#prefix(lengthName(name), size, `${this.owner}.${lengthName(name)}`);
    this.endRun();
    this.push(refuse(`${length} > end - at`, 'truncated'));
    const local = this.property(name);
    this.push(
      `for (let ${index} = 0; ${index} < ${length}; ${index}++) ${local}[${index}] = data[at + ${index}]!;`,
      `at += ${length};`,
    );
  }
}

type VarintType = ScalarType & { kind: 'integer' };

function spareBits(local: string, bits: number, bytes: number): string[] {
  return bits === bytes * 8 ? [] : [refuse(`${local} > ${hex(2 ** bits - 1)}`, 'outOfRange')];
}

/** Reads into a new local and moves `at`; faults and values outside the range return. */
function readVarint(local: string, type: VarintType): string[] {
  const lines = [`const ${local} = readVarint(data, at, end);`, `if (${local} < 0) return ${local};`];
  lines.push(`at += varintSize(${local});`);
  if (!type.ranged) return lines;
  const value = varintResult(type, local);
  const conditions: string[] = [];
  if (type.min > 0 || type.signed) conditions.push(`${value} < ${type.min}`);
  conditions.push(`${value} > ${type.max}`);
  return [...lines, refuse(conditions.join(' || '), 'outOfRange')];
}

function varintResult(type: VarintType, local: string): string {
  return type.encoding === 'varint' ? local : `((${local} >>> 1) ^ -(${local} & 1))`;
}

function readScalar(type: ScalarType, byteAt: (k: number) => string): { before: string[]; value: string } {
  if (type.kind === 'float') {
    const before = Array.from({ length: type.bytes }, (_, k) => `floatBytes[${k}] = data[${byteAt(k)}]!;`);
    return { before, value: `floatView.getFloat${type.bytes * 8}(0, true)` };
  }
  const signed = type.kind === 'integer' && type.signed;
  return { before: [], value: readInteger(scalarBytes(type), signed, byteAt) };
}

/** What the message holds for the integer on the wire. */
function fromWire(type: ScalarType, local: string, form: Form): string {
  if (type.kind === 'quantized' && form === 'physical') return dequantizeExpression(type, local);
  if (type.kind === 'bool') return `${local} === 1`;
  return type.kind === 'enum' ? `${local} as ${type.declaration.name}` : local;
}
