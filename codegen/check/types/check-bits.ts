// Bit fields: each value fits its bits, all of them fit the integer.

import type { BitFieldModel, BitsModel, BitValue, EnumModel } from '../../model/schema-model.js';
import type { BitFieldSyntax, BitsSyntax, Name } from '../../syntax/syntax-tree.js';
import { checkMemberName, checkUnique } from '../scope/names.js';
import type { Scope } from '../scope/scope.js';

const widths: Readonly<Record<string, 1 | 2 | 4>> = { u8: 1, u16: 2, u32: 4 };
/** A number of 32 bits needs no packing. */
const fieldBitsMax = 31;

/** The enum of that name; reports and returns undefined when there is none. */
export type EnumByName = (name: Name) => EnumModel | undefined;

export function checkBits(scope: Scope, syntax: BitsSyntax, file: string, enumByName: EnumByName): BitsModel {
  const { source } = syntax;
  let bytes = widths[syntax.base.text];
  if (bytes === undefined) {
    scope.report(source, syntax.base.span, `'${syntax.base.text}' cannot hold bits`, 'u8, u16 or u32');
    bytes = 4;
  }
  if (syntax.fields.length === 0) {
    scope.report(source, syntax.name.span, `the bits '${syntax.name.text}' have no fields`);
  }
  const names = syntax.fields.map((field) => field.name);
  for (const name of names) checkMemberName(scope, source, name, 'a field');
  checkUnique(scope, source, names, 'field');
  const fields: BitFieldModel[] = [];
  let offset = 0;
  for (const field of syntax.fields) {
    const width =
      field.width === undefined
        ? 1
        : scope.integer(source, field.width, 'the number of bits', 1, fieldBitsMax);
    if (width === undefined) continue;
    const value = checkValue(scope, syntax, field, width, enumByName);
    if (value === undefined) continue;
    if (offset + width > 8 * bytes) {
      const message = `'${field.name.text}' ends at bit ${offset + width}, but ${syntax.base.text} has ${8 * bytes}`;
      scope.report(source, field.name.span, message, 'take a wider integer, or fewer bits');
      break;
    }
    fields.push({ name: field.name.text, doc: field.doc, offset, width, value });
    offset += width;
  }
  return { kind: 'bits', name: syntax.name.text, doc: syntax.doc, file, bytes, fields };
}

function checkValue(
  scope: Scope,
  { source }: BitsSyntax,
  field: BitFieldSyntax,
  width: number,
  enumByName: EnumByName,
): BitValue | undefined {
  if (field.width === undefined) return { kind: 'bool' };
  const most = 2 ** width - 1;
  if (field.type !== undefined) {
    const declaration = enumByName(field.type);
    if (declaration === undefined) return undefined;
    const largest = declaration.members.reduce((max, member) => Math.max(max, member.value), 0);
    if (largest <= most) return { kind: 'enum', declaration };
    const message = `${declaration.name} goes up to ${largest}, but ${width} bits hold ${most}`;
    scope.report(source, field.type.span, message);
    return undefined;
  }
  if (field.range === undefined) return { kind: 'number', min: 0, max: most };
  const min = scope.integer(source, field.range.min, 'the lowest value', 0, most);
  const max = scope.integer(source, field.range.max, 'the highest value', 0, most);
  if (min === undefined || max === undefined) return undefined;
  if (min < max) return { kind: 'number', min, max };
  scope.report(source, field.range.span, `the range ${min} .. ${max} is empty`);
  return undefined;
}
