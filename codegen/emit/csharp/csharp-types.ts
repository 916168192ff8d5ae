// The types of generated C#: constants, enums, flags, structs, records and packets.

import { isInteger, toNumber } from '../../model/rational.js';
import type {
  BitsModel,
  ConstantModel,
  EnumModel,
  FieldModel,
  PacketModel,
  RecordModel,
  StructModel,
  UnionModel,
} from '../../model/schema-model.js';
import { quantizationNumbers } from '../c-family/codec-walk.js';
import { describeValues, notesOf } from '../c-family/describe-values.js';
import { docLines } from './csharp-doc.js';
import { bitsMembers, unionMembers } from './csharp-packed.js';
import {
  fieldDeclarations,
  fieldNames,
  maskName,
  memberNames,
  presenceName,
  quantizationName,
  unsignedName,
} from './csharp-names.js';

export function emitConstant({ name, doc, value }: ConstantModel): string[] {
  if (!isInteger(value)) return [...docLines(doc), `public const double ${name} = ${toNumber(value)};`];
  const wide = value.numerator > 0x7fff_ffffn || value.numerator < -0x7fff_ffffn;
  return [...docLines(doc), `public const ${wide ? 'long' : 'int'} ${name} = ${value.numerator};`];
}

interface NamedNumber {
  readonly name: string;
  readonly doc: string;
  readonly value: string;
}

export function emitEnum({ name, doc, kind, bytes, members }: EnumModel): string[] {
  const flags = kind === 'flags';
  const numbers = members.map((member) => ({
    name: member.name,
    doc: member.doc,
    value: flags ? bitText(member.value, bytes) : String(member.value),
  }));
  return emitNumbers(name, doc, flags, bytes, numbers);
}

/** Whether a value of each enum is one of its members. */
export function emitKnown({ name, members }: EnumModel): string[] {
  return [
    `internal static bool Is(${name} value)`,
    '{',
    '    switch (value)',
    '    {',
    ...members.map((member) => `        case ${name}.${memberNames.of(member.name)}:`),
    '            return true;',
    '        default:',
    '            return false;',
    '    }',
    '}',
  ];
}

function emitNumbers(
  name: string,
  doc: string,
  flags: boolean,
  bytes: number,
  numbers: readonly NamedNumber[],
): string[] {
  return [
    ...docLines(doc),
    ...(flags ? ['[Flags]'] : []),
    `public enum ${name} : ${unsignedName(bytes)}`,
    '{',
    ...numbers.flatMap((number) =>
      indented([...docLines(number.doc), `${memberNames.of(number.name)} = ${number.value},`]),
    ),
    '}',
  ];
}

function bitText(bit: number, bytes: number): string {
  return `0x${(2 ** bit).toString(16).padStart(2 * bytes, '0')}`;
}

export function emitStruct(struct: StructModel): string[] {
  return classOf(struct.name, [struct.doc], memberLines(struct.name, struct.fields));
}

export function emitBits(bits: BitsModel): string[] {
  return classOf(bits.name, [bits.doc, `Packed into ${8 * bits.bytes} bits.`], bitsMembers(bits));
}

export function emitUnion(union: UnionModel): string[] {
  return classOf(union.name, [union.doc, 'Only what Kind names is written and read.'], unionMembers(union));
}

export function emitRecord(record: RecordModel): string[] {
  const { name, maskBytes } = record;
  const mask = maskName(name);
  const bits = record.groups.map((group) => ({
    name: group.name,
    doc: group.doc,
    value: bitText(group.bit, maskBytes),
  }));
  const groups = record.groups.flatMap((group) => [
    '',
    `// Only with ${mask}.${memberNames.of(group.name)}.`,
    ...memberLines(name, group.fields),
  ]);
  return [
    ...emitNumbers(mask, `The groups of ${name}.`, true, maskBytes, bits),
    '',
    ...classOf(
      name,
      [record.doc],
      [
        ...docLines('Which groups are there; what decoding does not find it leaves as it was.'),
        `public ${mask} Mask;`,
        ...groups,
      ],
    ),
  ];
}

export function emitPacket(packet: PacketModel): string[] {
  const { id, name, from, channel, size } = packet;
  const route = `From ${from === 'both' ? 'both sides' : `the ${from}`}, ${channel}.`;
  return classOf(
    name,
    [packet.doc, route],
    [
      `public const byte PacketId = 0x${id.toString(16).padStart(2, '0')};`,
      `public const int SizeMin = ${size.min};`,
      `public const int SizeMax = ${size.max};`,
      ...(packet.fields.length > 0 ? [''] : []),
      ...memberLines(name, packet.fields),
    ],
  );
}

function classOf(name: string, doc: readonly string[], members: readonly string[]): string[] {
  return [...docLines(...doc), `public sealed class ${name}`, '{', ...indented(members), '}'];
}

function memberLines(owner: string, fields: readonly FieldModel[]): string[] {
  const siblings = new Set(fields.map((field) => fieldNames.of(field.name, owner)));
  return fields.flatMap((field) => [
    ...quantizationLines(field),
    ...(field.optional ? [`public bool ${presenceName(field.name)};`] : []),
    ...docLines(field.doc, describeValues(field.type), notesOf(field)),
    ...fieldDeclarations(owner, field, siblings),
  ]);
}

function quantizationLines({ name, type }: FieldModel): string[] {
  const scalar = type.kind === 'array' ? type.element : type;
  if (scalar.kind !== 'quantized') return [];
  const numbers = quantizationNumbers(scalar);
  return [`public static readonly Quantization ${quantizationName(name)} = new Quantization(${numbers});`];
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}
