// Numbers between the steps of quantized fields, near the places where rounding, clamping and wrapping turn over.

import { toNumber } from '#codegen/model/rational.js';
import type { FieldModel, FieldType } from '#codegen/model/schema-model.js';
import type { Fields, Json } from '../../../codegen/support/message-fields.js';

/** The fields with every quantized number moved off its steps, in one of several ways by `turn`. */
export function offTheSteps(fields: readonly FieldModel[], values: Fields, turn: number): Fields {
  const moved: Fields = { ...values };
  for (const { name, type } of fields) {
    if (values[name] !== undefined) moved[name] = movedValue(type, values[name], turn);
  }
  return moved;
}

function movedValue(type: FieldType, value: Json, turn: number): Json {
  if (type.kind === 'array') {
    return (value as readonly Json[]).map((element, index) =>
      movedValue(type.element, element, turn + index),
    );
  }
  if (type.kind === 'struct') return offTheSteps(type.declaration.fields, value as Fields, turn);
  if (type.kind !== 'quantized') return value;
  const step = toNumber(type.step);
  const number = value as number;
  const range = toNumber(type.max) - toNumber(type.min);
  const ways = [
    number + step / 2,
    justBelow(number + step / 2),
    number - step / 2,
    justBelow(number - step / 2),
    number + step * 0.49,
    number + range,
    number - 3 * range,
    number + range * 1e9,
    justBelow(toNumber(type.max)),
    Number.MIN_VALUE,
    number * 1e300,
    -0,
  ];
  return ways[turn % ways.length]!;
}

/** The next double towards 0. */
function justBelow(number: number): number {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, number);
  if (number !== 0) bytes.setBigUint64(0, bytes.getBigUint64(0) - 1n);
  return bytes.getFloat64(0);
}
