// Bit fields, and the tag of a union, which is an enum of its own.

import type { BitFieldModel, BitsModel, ScalarType, UnionModel } from '../../model/schema-model.js';
import { hex, kindName } from './derived-names.js';
import { refuse } from './faults.js';
import { decodeChecks, encodeChecks } from './scalar-code.js';

/** The tag as the type that checks and constants are made of. */
export function tagType(union: UnionModel): ScalarType & { kind: 'enum' } {
  const members = union.cases.map(({ name, doc, tag }) => ({
    name,
    doc,
    value: tag,
  }));
  const { file } = union;
  const doc = `Which case a ${union.name} is.`;
  const name = kindName(union.name);
  return { kind: 'enum', declaration: { kind: 'enum', name, doc, file, bytes: 1, members, reserved: [] } };
}

export function definedBits(bits: BitsModel): number {
  return bits.fields.reduce((used, { offset, width }) => used + (2 ** width - 1) * 2 ** offset, 0);
}

/** What an encoder refuses of one field's value. */
export function bitFieldChecks({ width, value }: BitFieldModel, local: string): string[] {
  if (value.kind === 'bool') return [];
  if (value.kind === 'enum') return encodeChecks(value, local, 'physical');
  const conditions = [
    `(${local} & ${hex(2 ** width - 1)}) !== ${local}`,
    ...boundConditions(local, width, value),
  ];
  return [refuse(conditions.join(' || '), 'outOfRange')];
}

/** Takes one field out of `bits`, checks it and puts it into `target`. */
export function readBitField(field: BitFieldModel, bits: string, local: string, target: string): string[] {
  const { offset, width, value } = field;
  const shifted = offset === 0 ? bits : `(${bits} >>> ${offset})`;
  if (value.kind === 'bool') return [`${target} = (${shifted} & 1) === 1;`];
  const read = `const ${local} = ${shifted} & ${hex(2 ** width - 1)};`;
  if (value.kind === 'enum') {
    return [read, ...decodeChecks(value, local), `${target} = ${local} as ${value.declaration.name};`];
  }
  const conditions = boundConditions(local, width, value);
  const check = conditions.length === 0 ? [] : [refuse(conditions.join(' || '), 'outOfRange')];
  return [read, ...check, `${target} = ${local};`];
}

function boundConditions(local: string, width: number, range: { min: number; max: number }): string[] {
  const conditions: string[] = [];
  if (range.min > 0) conditions.push(`${local} < ${range.min}`);
  if (range.max < 2 ** width - 1) conditions.push(`${local} > ${range.max}`);
  return conditions;
}
