// The statements that read a delta record against a baseline: model/delta-layout.ts. The baseline may be the message itself.

import { deltaLayout, travelsAsDifference, type DeltaGroup } from '../../model/delta-layout.js';
import type { FieldModel, FieldType, RecordModel } from '../../model/schema-model.js';
import { DecodeBody } from './decode-body.js';
import { groupBit, hex } from './derived-names.js';
import type { PlainType } from './field-walk.js';
import { decodeChecks, readInteger, refuse } from './scalar-code.js';

export class DeltaDecodeBody extends DecodeBody {
  delta(record: RecordModel): void {
    const { headerBits, headerBytes, groups } = deltaLayout(record);
    this.form = 'raw';
    for (const name of ['mask', 'header', 'held']) this.take(name);
    const maskBits = hex(2 ** record.groups.length - 1);
    this.run.add(headerBytes, (byteAt) => [
      `const header = ${readInteger(headerBytes, false, byteAt)};`,
      ...(headerBits === 8 * headerBytes
        ? []
        : [refuse(`header > ${hex(2 ** headerBits - 1)}`, 'outOfRange')]),
    ]);
    this.endRun();
    this.push('const held = baseline.mask;');
    this.push(
      `const mask = ${record.groups.length === 32 ? 'header' : `header & ${maskBits}`};`,
      'message.mask = mask;',
    );
    for (const group of groups) {
      const bitOf = (mask: string) => groupBit(mask, group.group, record.groups);
      this.block(`if (${bitOf('mask')} !== 0)`, () => this.#group(group, bitOf('held')));
      if (group.differenceBit !== undefined) {
        this.push(`else ${refuse(`(header & ${hex(2 ** group.differenceBit)}) !== 0`, 'outOfRange')}`);
      }
    }
  }

  #group({ group, differenceBit, wholeBytes }: DeltaGroup, heldBit: string): void {
    if (differenceBit === undefined) {
      this.fields(group.fields);
      return;
    }
    this.block(`if ((header & ${hex(2 ** differenceBit)}) !== 0)`, () => {
      this.push(refuse(`${heldBit} === 0`, 'noBaseline'));
      const numbers = group.fields.filter((field) => travelsAsDifference(field.type));
      const sizes = numbers.map((field) => this.#difference(field));
      this.push(refuse(`${sizes.join(' + ')} >= ${wholeBytes}`, 'notCanonical'));
      this.fields(group.fields.filter((field) => !numbers.includes(field)));
    });
    this.block('else', () => this.fields(group.fields));
  }

  /** Returns the local that holds the bytes it took. */
  #difference({ name, type }: FieldModel): string {
    this.endRun();
    const code = this.take(`${name}Code`);
    const size = this.take(`${name}Size`);
    const value = this.take(name);
    this.push(
      `const ${code} = readVarint(data, at, end);`,
      `if (${code} < 0) return ${code};`,
      `const ${size} = varintSize(${code});`,
      `at += ${size};`,
      `const ${value} = ${fitted(type, `baseline.${name} + ((${code} >>> 1) ^ -(${code} & 1))`)};`,
      ...rangeChecks(type, value),
      `message.${name} = ${value};`,
    );
    return size;
  }
}

/** Sums of 32 bits wrap, those of angles too; all others are checked against their range. */
function fitted(type: FieldType, sum: string): string {
  if (type.kind === 'angle') return `(${sum}) & 0xffff`;
  if (type.kind === 'integer' && type.bytes === 4) return type.signed ? `(${sum}) | 0` : `(${sum}) >>> 0`;
  return type.kind === 'quantized' && type.bytes === 4 ? `(${sum}) >>> 0` : sum;
}

/** A sum can leave its bytes, so both ends are checked, also where the bytes could not hold more. */
function rangeChecks(type: FieldType, value: string): string[] {
  if (type.kind === 'integer' && type.bytes === 2) {
    return [refuse(`${value} < ${type.min} || ${value} > ${type.max}`, 'outOfRange')];
  }
  if (type.kind === 'quantized' && type.bytes < 4) {
    return [refuse(`${value} < 0 || ${value} > ${type.steps}`, 'outOfRange')];
  }
  return decodeChecks(type as PlainType & { kind: 'integer' }, value);
}
