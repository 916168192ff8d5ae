// A record against a baseline, written by the rules of STANDARD.md ("Delta records") and by nothing else: slow and plain.

import { toNumber } from '#codegen/model/rational.js';
import type { FieldModel, FieldType, RecordModel } from '#codegen/model/schema-model.js';
import type { Fields, Json } from './message-fields.js';

/** The bytes; fields as messages write them, groups that are not there missing. */
export function plainDelta(record: RecordModel, message: Fields, baseline: Fields): number[] {
  const header: boolean[] = record.groups.map((group) => group.name in message);
  const body: number[] = [];
  for (const group of record.groups) {
    const numbers = group.fields.filter((field) => numberBytes(field.type) > 1);
    const values = message[group.name] as Fields | undefined;
    const held = baseline[group.name] as Fields | undefined;
    if (values === undefined) {
      if (numbers.length > 0) header.push(false);
      continue;
    }
    const codes = numbers.map((field) => (held ? varint(differenceCode(field, values, held)) : []));
    const whole = numbers.reduce((sum, field) => sum + numberBytes(field.type), 0);
    const small = held !== undefined && codes.flat().length < whole;
    if (numbers.length > 0) header.push(small);
    if (small) body.push(...codes.flat());
    for (const field of group.fields) {
      if (!small || !numbers.includes(field)) body.push(...plainValue(field.type, values[field.name]!));
    }
  }
  const bytes = header.length <= 8 ? 1 : header.length <= 16 ? 2 : 4;
  const bits = header.reduce((sum, set, bit) => sum + (set ? 2 ** bit : 0), 0);
  return [...littleEndian(bits, bytes), ...body];
}

function numberBytes(type: FieldType): number {
  if (type.kind === 'integer') return type.encoding === 'fixed' ? type.bytes : 0;
  return type.kind === 'quantized' || type.kind === 'angle' ? type.bytes : 0;
}

/** The shortest way from one value to the other, modulo 2^16 for angles and 2^32 for all others, as zigzag. */
function differenceCode({ name, type }: FieldModel, values: Fields, held: Fields): number {
  const turn = type.kind === 'angle' ? 2 ** 16 : 2 ** 32;
  const difference = integerOf(type, values[name]!) - integerOf(type, held[name]!);
  const around = (((difference % turn) + turn) % turn) as number;
  const nearest = around >= turn / 2 ? around - turn : around;
  return zigzag(nearest);
}

function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

function integerOf(type: FieldType, value: Json): number {
  if (type.kind !== 'quantized') return value as number;
  const [min, p, r] = [toNumber(type.min), Number(type.step.numerator), Number(type.step.denominator)];
  return Math.floor((((value as number) - min) * r) / p + 0.5);
}

function plainValue(type: FieldType, value: Json): number[] {
  switch (type.kind) {
    case 'integer':
      if (type.encoding === 'fixed') return littleEndian(value as number, type.bytes);
      return varint(type.encoding === 'varint' ? (value as number) : zigzag(value as number));
    case 'quantized':
    case 'angle':
      return littleEndian(integerOf(type, value), type.bytes);
    case 'float': {
      const view = Buffer.alloc(type.bytes);
      if (type.bytes === 4) view.writeFloatLE(value as number);
      else view.writeDoubleLE(value as number);
      return [...view];
    }
    case 'bool':
      return [value === true ? 1 : 0];
    case 'enum':
      return littleEndian(
        type.declaration.members.find((member) => member.name === value)!.value,
        type.declaration.bytes,
      );
    case 'flags': {
      const names = value as readonly string[];
      const set = type.declaration.members.filter((member) => names.includes(member.name));
      return littleEndian(
        set.reduce((sum, member) => sum + 2 ** member.value, 0),
        type.declaration.bytes,
      );
    }
    case 'string': {
      const text = [...Buffer.from(value as string)];
      return [text.length, ...text];
    }
    case 'bytes': {
      const data = [...Buffer.from(value as string, 'hex')];
      return type.capped ? [data.length, ...data] : data;
    }
    default:
      throw new Error(`no field of a delta record is a ${type.kind}`);
  }
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => {
    const shifted = Math.floor(value / 256 ** index) % 256;
    return (shifted + 256) % 256;
  });
}
