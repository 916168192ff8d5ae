// The statements that write a list of fields.

import type { BitsModel, FieldModel, RecordModel, ScalarType, UnionModel } from '../../model/schema-model.js';
import { bitFieldChecks, tagType } from './packed-code.js';
import { prefixBytes } from '../../model/wire-size.js';
import { countName, hex, lengthName, presenceName } from './derived-names.js';
import { refuse } from './faults.js';
import { FieldWalk, type PlainElement, type PlainType } from './field-walk.js';
import { columnChecks, encodeChecks, quantizeStatements, scalarBytes, writeInteger } from './scalar-code.js';

export abstract class EncodeBody extends FieldWalk {
  constructor() {
    super('encode', false);
  }

  idByte(id: number): void {
    this.run.add(1, (byteAt) => [`out[${byteAt(0)}] = ${hex(id)};`]);
  }

  protected override presence(optionals: readonly FieldModel[], bytes: number): void {
    const local = this.take('presence');
    const bits = optionals.map(
      (field, bit) => `(${this.owner}.${presenceName(field.name)} ? ${hex(2 ** bit)} : 0)`,
    );
    this.push(`const ${local} = ${bits.join(' | ')};`);
    this.run.add(bytes, (byteAt) => writeInteger(local, bytes, byteAt));
  }

  protected override mask(record: RecordModel, local: string): void {
    const groups = record.groups.length;
    const defined = groups === 32 ? `${local} >>> 0` : `${local} & ${hex(2 ** groups - 1)}`;
    this.push(`const ${local} = ${this.owner}.mask;`, refuse(`(${defined}) !== ${local}`, 'outOfRange'));
    this.run.add(record.maskBytes, (byteAt) => writeInteger(local, record.maskBytes, byteAt));
  }

  override bits(bits: BitsModel): void {
    const parts = bits.fields.map((field) => {
      const local = this.property(field.name);
      this.push(...bitFieldChecks(field, local));
      const value = field.value.kind === 'bool' ? `(${local} ? 1 : 0)` : local;
      return field.offset === 0 ? value : `(${value} << ${field.offset})`;
    });
    const local = this.take('bits');
    this.push(`const ${local} = ${parts.join(' | ')};`);
    this.run.add(bits.bytes, (byteAt) => writeInteger(local, bits.bytes, byteAt));
  }

  protected override tag(union: UnionModel): string {
    const local = this.property('kind');
    const type = tagType(union);
    this.push(...encodeChecks(type, local, 'physical'));
    this.run.add(1, (byteAt) => writeInteger(local, 1, byteAt));
    return local;
  }

  protected override plainField(name: string, type: PlainType): void {
    if (type.kind === 'string') {
      this.endRun();
      this.#call(`writeText(${this.owner}.${name}, out, at, ${type.cap})`);
    } else if (type.kind === 'bytes') this.#bytes(name, type.size, type.capped);
    else {
      const local = this.property(name);
      this.push(...this.checks(type, local));
      this.scalar(type, local);
    }
  }

  protected override count(name: string, cap: number): string {
    return this.#prefix(countName(name), cap);
  }

  /** What is refused of a field's value; a column holds no misfit unless the range is narrower than its elements. */
  protected checks(type: ScalarType, local: string): string[] {
    return this.columns === undefined ? encodeChecks(type, local, this.form) : columnChecks(type, local);
  }

  protected override arrayBounds(bytes: string): string {
    return refuse(`at + ${bytes} > out.length`, 'noRoom');
  }

  protected override plainElement(array: string, index: string, element: PlainElement): void {
    if (element.kind === 'string') {
      this.#call(`writeText(${array}[${index}]!, out, at, ${element.cap})`);
      return;
    }
    const value = this.take(`${array}Value`);
    this.push(`const ${value} = ${array}[${index}]!;`);
    // A typed array cannot hold a misfit unless the range is narrower than its elements.
    const exact = (element.kind === 'integer' && !element.ranged) || element.kind === 'angle';
    if (element.kind === 'bool') this.push(refuse(`${value} > 1`, 'outOfRange'));
    else if (!exact) this.push(...encodeChecks(element, value, 'physical'));
    const { form } = this;
    this.form = 'physical';
    this.scalar(element, value);
    this.form = form;
  }

  /** `at = call; if (at < 0) return at;` */
  #call(call: string): void {
    this.push(`at = ${call};`, 'if (at < 0) return at;');
  }

  /** Writes a checked local. */
  protected scalar(type: ScalarType, local: string): void {
    if (type.kind === 'integer' && type.encoding !== 'fixed') {
      this.endRun();
      const value = type.encoding === 'varint' ? local : `((${local} << 1) ^ (${local} >> 31)) >>> 0`;
      this.#call(`writeVarint(${value}, out, at)`);
      return;
    }
    let value = local;
    if (type.kind === 'quantized' && this.form === 'physical') {
      value = this.take(`${local}Steps`);
      this.push(...quantizeStatements(type, local, value));
    } else if (type.kind === 'bool') value = `${local} ? 1 : 0`;
    this.run.add(scalarBytes(type), (byteAt) => writeScalar(type, value, byteAt));
  }

  #bytes(name: string, size: number, capped: boolean): void {
    const { index } = this;
    if (!capped) {
      const local = this.property(name);
      this.run.add(size, (byteAt) => [
        `for (let ${index} = 0; ${index} < ${size}; ${index}++) out[${byteAt(0)} + ${index}] = ${local}[${index}]!;`,
      ]);
      return;
    }
    const length = this.#prefix(lengthName(name), size);
    this.endRun();
    this.push(refuse(`at + ${length} > out.length`, 'noRoom'));
    const local = this.property(name);
    this.push(
      `for (let ${index} = 0; ${index} < ${length}; ${index}++) out[at + ${index}] = ${local}[${index}]!;`,
      `at += ${length};`,
    );
  }

  /** Writes a count or length after checking its cap; returns the local that holds it. */
  #prefix(property: string, cap: number): string {
    const local = this.property(property);
    const bytes = prefixBytes(cap);
    const misfit = `(${local} & ${hex(2 ** (8 * bytes) - 1)}) !== ${local}`;
    this.push(refuse(cap === 2 ** (8 * bytes) - 1 ? misfit : `${misfit} || ${local} > ${cap}`, 'tooLong'));
    this.run.add(bytes, (byteAt) => writeInteger(local, bytes, byteAt));
    return local;
  }
}

function writeScalar(type: ScalarType, value: string, byteAt: (k: number) => string): string[] {
  if (type.kind !== 'float') return writeInteger(value, scalarBytes(type), byteAt);
  const bytes = Array.from({ length: type.bytes }, (_, k) => `out[${byteAt(k)}] = floatBytes[${k}]!;`);
  return [`floatView.setFloat${type.bytes * 8}(0, ${value}, true);`, ...bytes];
}
