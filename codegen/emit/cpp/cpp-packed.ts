// Bit fields and unions in C++: a struct with a member for each field or case, whatever the union holds at the moment.

import type { BitFieldModel, BitsModel, UnionModel } from '../../model/schema-model.js';
import { bitMask, definedBits, fieldBits, numberBytes } from '../c-family/packed.js';
import { docLines } from './cpp-doc.js';
import { fieldNames, memberNames, unsignedName } from './cpp-names.js';

export function emitBitsStruct(bits: BitsModel): string[] {
  return [
    ...docLines(bits.doc, `Packed into ${8 * bits.bytes} bits.`),
    `struct ${bits.name} {`,
    ...bits.fields.flatMap((field) =>
      [...docLines(field.doc, bitRange(field)), bitMember(field)].map((line) => `  ${line}`),
    ),
    '};',
  ];
}

export function emitUnionStruct(union: UnionModel): string[] {
  const kind = `${union.name}Kind`;
  const cases = union.cases.flatMap(({ name, doc, declaration }) =>
    declaration === undefined ? [] : [...docLines(doc), `${declaration.name} ${caseName(name)};`],
  );
  return [
    ...docLines(union.doc, 'Only the member that `kind` names is written and read.'),
    `struct ${union.name} {`,
    ...[`${kind} kind = ${kind}::${memberNames.of(union.cases[0]!.name)};`, ...cases].map(
      (line) => `  ${line}`,
    ),
    '};',
  ];
}

/** The member of a case. */
export function caseName(name: string): string {
  return name === 'kind' ? 'kind_' : fieldNames.of(name);
}

function bitRange({ value }: BitFieldModel): string {
  return value.kind === 'number' ? `${value.min} .. ${value.max}.` : '';
}

function bitMember({ name, width, value }: BitFieldModel): string {
  const member = fieldNames.of(name);
  if (value.kind === 'bool') return `bool ${member} = false;`;
  if (value.kind === 'number') return `${unsignedName(numberBytes(width))} ${member} = ${value.min};`;
  const { declaration } = value;
  const first = memberNames.of(declaration.members[0]!.name);
  return `${declaration.name} ${member} = ${declaration.name}::${first};`;
}

/** What stands between the braces of read. */
export function readBits(bits: BitsModel): string[] {
  return [
    `${unsignedName(bits.bytes)} packed = 0;`,
    `if (!in.bits(packed, ${bitMask(definedBits(bits))}u)) return false;`,
    ...bits.fields.flatMap((field) => {
      const { width, offset, value } = field;
      const member = `message.${fieldNames.of(field.name)}`;
      if (value.kind === 'bool') return [`${member} = (packed & ${bitMask(fieldBits(field))}u) != 0;`];
      const type = value.kind === 'enum' ? value.declaration.name : unsignedName(numberBytes(width));
      const part = `static_cast<std::uint32_t>(packed) >> ${offset} & ${bitMask(2 ** width - 1)}u`;
      return [`${member} = static_cast<${type}>(${part});`, ...bitCheck(field, 'in')];
    }),
  ];
}

/** What stands between the braces of write. */
export function writeBits(bits: BitsModel): string[] {
  const parts = bits.fields.map((field) => {
    const member = `message.${fieldNames.of(field.name)}`;
    if (field.value.kind === 'bool') return `(${member} ? ${bitMask(fieldBits(field))}u : 0u)`;
    return `static_cast<std::uint32_t>(${member}) << ${field.offset}`;
  });
  return [
    ...bits.fields.flatMap((field) => bitCheck(field, 'out')),
    'std::uint32_t packed = 0;',
    ...parts.map((part) => `packed |= ${part};`),
    `if (!out.bits(static_cast<${unsignedName(bits.bytes)}>(packed), ${bitMask(definedBits(bits))}u)) return false;`,
  ];
}

function bitCheck({ name, value }: BitFieldModel, stream: string): string[] {
  const member = `message.${fieldNames.of(name)}`;
  if (value.kind === 'bool') return [];
  if (value.kind === 'number')
    return [`if (!${stream}.within(${member}, ${value.min}u, ${value.max}u)) return false;`];
  return [`if (!isKnown(${member}) && !${stream}.fail(CodecFault::outOfRange)) return false;`];
}
