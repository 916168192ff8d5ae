// Bit fields and unions in C#: a class with a member for each field or case, whatever the union holds at the moment.

import type { BitFieldModel, BitsModel, UnionModel } from '../../model/schema-model.js';
import { bitMask, definedBits, fieldBits, numberBytes } from '../c-family/packed.js';
import { docLines } from './csharp-doc.js';
import { fieldNames, memberNames, unsignedName } from './csharp-names.js';

/** The members of the class of bits. */
export function bitsMembers(bits: BitsModel): string[] {
  const names = new Set(bits.fields.map((field) => fieldNames.of(field.name, bits.name)));
  return bits.fields.flatMap((field) => [
    ...docLines(field.doc, field.value.kind === 'number' ? `${field.value.min} .. ${field.value.max}.` : ''),
    bitMember(bits.name, field, names),
  ]);
}

/** The members of the class of a union. */
export function unionMembers(union: UnionModel): string[] {
  const kind = `${union.name}Kind`;
  return [
    `public ${kind} Kind = ${kind}.${memberNames.of(union.cases[0]!.name)};`,
    ...union.cases.flatMap(({ name, doc, declaration }) => {
      if (declaration === undefined) return [];
      const member = `${declaration.name} ${caseName(union, name)} = new ${declaration.name}()`;
      return [...docLines(doc), `public readonly ${member};`];
    }),
  ];
}

/** The member of a case. */
export function caseName(union: UnionModel, name: string): string {
  return name === 'kind' ? 'Kind_' : fieldNames.of(name, union.name);
}

function bitMember(
  owner: string,
  { name, width, value }: BitFieldModel,
  siblings: ReadonlySet<string>,
): string {
  const member = fieldNames.of(name, owner);
  if (value.kind === 'bool') return `public bool ${member};`;
  if (value.kind === 'number') return `public ${unsignedName(numberBytes(width))} ${member} = ${value.min};`;
  const { name: type, members } = value.declaration;
  const first = siblings.has(type)
    ? `(${type})${members[0]!.value}`
    : `${type}.${memberNames.of(members[0]!.name)}`;
  return `public ${type} ${member} = ${first};`;
}

/** What stands between the braces of Read. */
export function readBits(bits: BitsModel): string[] {
  return [
    'uint packed = 0;',
    `if (!input.Bits(ref packed, ${bitMask(definedBits(bits))}, ${bits.bytes})) return false;`,
    ...bits.fields.flatMap((field) => {
      const { width, offset, value } = field;
      const member = `message.${fieldNames.of(field.name, bits.name)}`;
      if (value.kind === 'bool') return [`${member} = (packed & ${bitMask(fieldBits(field))}) != 0;`];
      const type = value.kind === 'enum' ? value.declaration.name : unsignedName(numberBytes(width));
      const part = `packed >> ${offset} & ${bitMask(2 ** width - 1)}`;
      return [`${member} = (${type})(${part});`, ...bitCheck(bits, field, 'input')];
    }),
  ];
}

/** What stands between the braces of Write. */
export function writeBits(bits: BitsModel): string[] {
  const parts = bits.fields.map((field) => {
    const member = `message.${fieldNames.of(field.name, bits.name)}`;
    if (field.value.kind === 'bool') return `${member} ? ${bitMask(fieldBits(field))}u : 0u`;
    return `(uint)${member} << ${field.offset}`;
  });
  return [
    ...bits.fields.flatMap((field) => bitCheck(bits, field, 'output')),
    'uint packed = 0;',
    ...parts.map((part) => `packed |= ${part};`),
    `if (!output.Bits(packed, ${bitMask(definedBits(bits))}, ${bits.bytes})) return false;`,
  ];
}

function bitCheck(bits: BitsModel, { name, value }: BitFieldModel, stream: string): string[] {
  const member = `message.${fieldNames.of(name, bits.name)}`;
  if (value.kind === 'bool') return [];
  if (value.kind === 'number')
    return [`if (!${stream}.Within(${member}, ${value.min}, ${value.max})) return false;`];
  return [`if (!Known.Is(${member}) && !${stream}.Fail(CodecFault.OutOfRange)) return false;`];
}
