// Bit fields and unions as languages with C's statements see them.

import type { BitFieldModel, BitsModel, EnumModel, UnionModel } from '../../model/schema-model.js';

/** `0x1f` for a mask of bits; all of these have 32 at most. */
export function bitMask(bits: number): string {
  return `0x${bits.toString(16)}`;
}

/** All bits that some field has. */
export function definedBits(bits: BitsModel): number {
  return bits.fields.reduce((used, field) => used + fieldBits(field), 0);
}

/** The bits of one field, where they stand. */
export function fieldBits({ offset, width }: BitFieldModel): number {
  return (2 ** width - 1) * 2 ** offset;
}

/** Width of the integer that holds a field's number. */
export function numberBytes(width: number): 1 | 2 | 4 {
  return width <= 8 ? 1 : width <= 16 ? 2 : 4;
}

/** The tag as an enum of its own. */
export function unionKind(union: UnionModel): EnumModel {
  return {
    kind: 'enum',
    name: `${union.name}Kind`,
    doc: `Which case a ${union.name} is.`,
    file: union.file,
    bytes: 1,
    reserved: [],
    members: union.cases.map(({ name, doc, tag }) => ({
      name,
      doc,
      value: tag,
    })),
  };
}
