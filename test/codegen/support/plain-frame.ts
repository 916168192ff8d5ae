// What the generated modules of a frame must do, told plainly and slowly from the schema's model: their twin in tests.

import fc from 'fast-check';
import type { FrameModel } from '#codegen/model/frame-model.js';
import { toNumber } from '#codegen/model/rational.js';
import type { FieldModel, FieldType } from '#codegen/model/schema-model.js';

export type NumberArray = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;
export type AnyColumns = Record<string, NumberArray>;

export const cap = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const ownFieldsOf = ({ packet }: FrameModel): readonly FieldModel[] => packet.fields.slice(1, -2);

/** Values of a column that the wire can carry. */
export function rawValue(type: FieldType): fc.Arbitrary<number> {
  switch (type.kind) {
    case 'integer':
      return fc.integer({ min: type.min, max: type.max });
    case 'quantized':
      return fc.integer({ min: 0, max: type.steps });
    case 'bool':
      return fc.integer({ min: 0, max: 1 });
    case 'angle':
      return fc.integer({ min: 0, max: 2 ** (8 * type.bytes) - 1 });
    case 'enum':
      return fc.constantFrom(...type.declaration.members.map(({ value }) => value));
    case 'flags':
      return fc
        .subarray([...type.declaration.members])
        .map((bits) => bits.reduce((all, { value }) => all | (1 << value), 0));
    default:
      throw new Error(`a ${type.kind} is in no column`);
  }
}

/** As the packet's class wants it: quantized fields as the number that the steps stand for. */
export function physical(type: FieldType, raw: number): number | boolean {
  if (type.kind === 'bool') return raw === 1;
  if (type.kind !== 'quantized') return raw;
  return toNumber(type.min) + raw * toNumber(type.step);
}

/** floor(x + 0.5) in steps, or whole numbers up or down, clamped into the range. */
export function shownValue(type: FieldType, value: number, rounding: 'none' | 'up' | 'down'): number {
  if (type.kind === 'quantized') {
    const steps = Math.floor((value - toNumber(type.min)) / toNumber(type.step) + 0.5);
    return Math.min(type.steps, Math.max(0, steps));
  }
  const whole = rounding === 'up' ? Math.ceil(value) : rounding === 'down' ? Math.floor(value) : value;
  return type.kind === 'integer' ? Math.min(type.max, Math.max(type.min, whole)) : whole;
}
