// One row for each field: where it stands, how it travels, which values it may have. Enough to write a codec from.

import { canonicalType } from '../../hash/canonical-form.js';
import { showRational } from '../../model/rational.js';
import type { FieldModel, FieldType, RecordModel } from '../../model/schema-model.js';
import { placeBytes } from '../../model/delta-layout.js';
import { prefixBytes, presenceBytes, typeSize } from '../../model/wire-size.js';

export const fieldHead = ['Offset', 'Field', 'Type', 'Bytes', 'Values', 'Meaning'] as const;

export type FieldRow = readonly [
  offset: string,
  field: string,
  type: string,
  bytes: string,
  values: string,
  meaning: string,
];

/** Lays fields out from `offset`, where every earlier byte is fixed; undefined where it is not. */
export function fieldRows(fields: readonly FieldModel[], offset: number | undefined): FieldRow[] {
  const rows: FieldRow[] = [];
  let at = offset;
  const where = (): string => (at === undefined ? '–' : String(at));
  const optionals = fields.filter((field) => field.optional);
  const presence = presenceBytes(optionals.length);
  if (presence > 0) {
    const bits = optionals.map((field, bit) => `bit ${bit}: ${field.name}`).join(', ');
    rows.push([where(), '*presence*', `bits`, String(presence), bits, 'Which optional fields follow.']);
    at = at === undefined ? undefined : at + presence;
  }
  for (const field of fields) {
    const size = typeSize(field.type);
    const name = field.optional ? `${field.name}?` : field.name;
    const type = `\`${canonicalType(field.type)}\``;
    rows.push([where(), `\`${name}\``, type, bytesOf(field.type), valuesOf(field.type), meaningOf(field)]);
    if (at !== undefined) at = size.min === size.max && !field.optional ? at + size.max : undefined;
  }
  return rows;
}

/** The description, and what is noted behind the field. */
export function meaningOf({ doc, unit }: Notes): string {
  return [doc, unit === undefined || unit === '' ? '' : `Unit: ${unit}.`]
    .filter((note) => note !== '')
    .join(' ');
}

type Notes = Pick<FieldModel, 'doc'> & Partial<Pick<FieldModel, 'unit'>>;

/** A record: its mask, then its groups; the bit of a group stands in the field column. */
export function recordRows(record: RecordModel): FieldRow[] {
  const bits = record.groups.map((group) => `bit ${group.bit}: ${group.name}`).join(', ');
  const rows: FieldRow[] = [['0', '*mask*', 'bits', String(record.maskBytes), bits, 'Which groups follow.']];
  for (const group of record.groups) {
    rows.push(['–', `*group ${group.name}*`, '', '', `only with bit ${group.bit}`, group.doc]);
    rows.push(...fieldRows(group.fields, undefined));
  }
  return rows;
}

function bytesOf(type: FieldType): string {
  const size = typeSize(type);
  switch (type.kind) {
    case 'string':
      return `${prefixBytes(type.cap)} + length`;
    case 'bytes':
      return type.capped ? `${prefixBytes(type.size)} + length` : String(type.size);
    case 'array': {
      const element = typeSize(type.element);
      const each = element.min === element.max ? String(element.max) : 'each';
      return type.capped ? `${prefixBytes(type.size)} + count × ${each}` : `${type.size} × ${each}`;
    }
    case 'deltaList':
      return `${prefixBytes(type.size)} + count × (${placeBytes(type.size)} + each)`;
    default:
      return size.min === size.max ? String(size.max) : `${size.min} .. ${size.max}`;
  }
}

function valuesOf(type: FieldType): string {
  switch (type.kind) {
    case 'integer':
      return `${type.min} .. ${type.max}`;
    case 'float':
      return type.ranged ? `${type.min} .. ${type.max}` : 'finite';
    case 'quantized':
      return `0 .. ${type.steps}: ${showRational(type.min)} .. ${showRational(type.max)}`;
    case 'bool':
      return '0, 1';
    case 'angle':
      return `0 .. ${2 ** (8 * type.bytes) - 1}`;
    case 'enum':
      return `a value of ${type.declaration.name}`;
    case 'flags':
      return `bits of ${type.declaration.name}`;
    case 'string':
      return `length 0 .. ${type.cap}`;
    case 'bytes':
      return type.capped ? `length 0 .. ${type.size}` : 'any';
    case 'deltaList':
      return `count 0 .. ${type.size}, places 0 .. ${type.size - 1} ascending`;
    case 'array':
      return type.capped ? `count 0 .. ${type.size}` : valuesOf(type.element);
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return `see ${type.declaration.name}`;
  }
}
