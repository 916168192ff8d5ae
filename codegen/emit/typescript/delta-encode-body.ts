// The statements that write a delta record against a baseline: model/delta-layout.ts.

import { deltaLayout, travelsAsDifference, type DeltaGroup } from '../../model/delta-layout.js';
import type { FieldModel, FieldType, RecordModel } from '../../model/schema-model.js';
import { groupBit, hex } from './derived-names.js';
import { EncodeBody } from './encode-body.js';
import type { PlainType } from './field-walk.js';
import { encodeChecks, refuse, writeInteger } from './scalar-code.js';

export class DeltaEncodeBody extends EncodeBody {
  delta(record: RecordModel): void {
    const layout = deltaLayout(record);
    const { headerBytes } = layout;
    this.form = 'raw';
    for (const name of ['mask', 'header', 'headerAt', 'held', 'size']) this.take(name);
    const groups = record.groups.length;
    const defined = groups === 32 ? 'mask >>> 0' : `mask & ${hex(2 ** groups - 1)}`;
    this.push(
      'const mask = message.mask;',
      refuse(`(${defined}) !== mask`, 'outOfRange'),
      'const held = mask & baseline.mask;',
      'let header = mask;',
      'const headerAt = at;',
      `at += ${headerBytes};`,
      refuse('at > out.length', 'noRoom'),
    );
    for (const group of layout.groups) {
      const bitOf = (mask: string) => groupBit(mask, group.group, record.groups);
      this.block(`if (${bitOf('mask')} !== 0)`, () => this.#group(group, bitOf('held')));
    }
    this.push(...writeInteger('header', headerBytes, (k) => (k === 0 ? 'headerAt' : `headerAt + ${k}`)));
  }

  #group({ group, differenceBit, wholeBytes }: DeltaGroup, heldBit: string): void {
    if (differenceBit === undefined) {
      this.fields(group.fields);
      return;
    }
    const numbers = group.fields.filter((field) => travelsAsDifference(field.type));
    const codes = new Map(numbers.map((field) => [field.name, this.#difference(field)]));
    const size = [...codes.values()].map((code) => `varintSize(${code})`).join(' + ');
    const bytes = this.take('bytes');
    this.push(`const ${bytes} = ${size};`);
    this.block(`if (${heldBit} !== 0 && ${bytes} < ${wholeBytes})`, () => {
      this.push(`header |= ${hex(2 ** differenceBit)};`, refuse(`at + ${bytes} > out.length`, 'noRoom'));
      // There is room for all of them, so writing them cannot fail.
      for (const code of codes.values()) {
        this.push(`if (${code} < 0x80) out[at++] = ${code};`, `else at = writeVarint(${code}, out, at);`);
      }
      this.fields(group.fields.filter((field) => !codes.has(field.name)));
    });
    this.block('else', () => {
      for (const { name, type } of group.fields) {
        const value = this.#values.get(name);
        if (value === undefined) this.plainField(name, type as PlainType);
        else this.scalar(type as PlainType & { kind: 'integer' }, value);
      }
    });
  }

  readonly #values = new Map<string, string>();

  /** Checks the value; returns the local that holds its difference to the baseline, zig-zag. */
  #difference({ name, type }: FieldModel): string {
    const value = this.property(name);
    this.#values.set(name, value);
    this.push(...encodeChecks(type as PlainType & { kind: 'integer' }, value, 'raw'));
    const change = this.take(`${name}Change`);
    const code = this.take(`${name}Code`);
    this.push(
      `const ${change} = ${nearest(type, `${value} - baseline.${name}`)};`,
      `const ${code} = ((${change} << 1) ^ (${change} >> 31)) >>> 0;`,
    );
    return code;
  }
}

/** Turns may be taken either way; everything else is a difference of 32 bits. */
function nearest(type: FieldType, difference: string): string {
  return type.kind === 'angle' ? `((${difference}) << 16) >> 16` : `(${difference}) | 0`;
}
