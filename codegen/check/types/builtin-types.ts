// The types that the language knows by itself.

import type { FieldType, FloatType, IntegerType } from '../../model/schema-model.js';

const int32Max = 0x7fff_ffff;
const uint32Max = 0xffff_ffff;

function integer(
  name: IntegerType['name'],
  encoding: IntegerType['encoding'],
  bytes: IntegerType['bytes'],
  min: number,
  max: number,
): IntegerType {
  return { kind: 'integer', name, encoding, bytes, signed: min < 0, min, max, ranged: false };
}

const float32: FloatType = {
  kind: 'float',
  bytes: 4,
  min: -3.4028234663852886e38,
  max: 3.4028234663852886e38,
  ranged: false,
};
const float64: FloatType = {
  kind: 'float',
  bytes: 8,
  min: -Number.MAX_VALUE,
  max: Number.MAX_VALUE,
  ranged: false,
};

export const builtinTypes: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['u8', integer('u8', 'fixed', 1, 0, 0xff)],
  ['u16', integer('u16', 'fixed', 2, 0, 0xffff)],
  ['u32', integer('u32', 'fixed', 4, 0, uint32Max)],
  ['i8', integer('i8', 'fixed', 1, -0x80, 0x7f)],
  ['i16', integer('i16', 'fixed', 2, -0x8000, 0x7fff)],
  ['i32', integer('i32', 'fixed', 4, -int32Max - 1, int32Max)],
  ['varint', integer('varint', 'varint', 4, 0, uint32Max)],
  ['zigzag', integer('zigzag', 'zigzag', 4, -int32Max - 1, int32Max)],
  ['f32', float32],
  ['f64', float64],
  ['bool', { kind: 'bool' }],
  ['angle8', { kind: 'angle', bytes: 1 }],
  ['angle16', { kind: 'angle', bytes: 2 }],
]);

/** For suggestions: also those that are written with arguments. */
export const builtinNames = [...builtinTypes.keys(), 'quantized', 'bytes', 'string'];
