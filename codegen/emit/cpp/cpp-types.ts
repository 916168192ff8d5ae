// The types of generated C++: constants, enums, flags, structs, records and packets.

import { isInteger, showRational } from '../../model/rational.js';
import type {
  ConstantModel,
  EnumModel,
  FieldModel,
  FieldType,
  PacketModel,
  RecordModel,
  StructModel,
} from '../../model/schema-model.js';
import { describeValues, notesOf } from '../c-family/describe-values.js';
import { quantizationNumbers } from '../c-family/codec-walk.js';
import { docLines } from './cpp-doc.js';
import {
  fieldNames,
  fieldTypeName,
  initializer,
  maskName,
  memberNames,
  quantizationName,
  unsignedName,
} from './cpp-names.js';

export function emitConstant({ name, doc, value }: ConstantModel): string[] {
  if (!isInteger(value)) {
    const number = Number(value.numerator) / Number(value.denominator);
    return [...docLines(doc, showRational(value)), `constexpr double ${name} = ${number};`];
  }
  const whole = value.numerator;
  const wide = whole > 0x7fff_ffffn || whole < -0x7fff_ffffn;
  return [...docLines(doc), `constexpr ${wide ? 'std::int64_t' : 'std::int32_t'} ${name} = ${whole};`];
}

export function emitEnum(declaration: EnumModel): string[] {
  const { name, doc, bytes, members } = declaration;
  if (declaration.kind === 'flags') {
    const bits = members.map((member) => ({
      name: member.name,
      doc: member.doc,
      bit: member.value,
    }));
    return emitBits(name, [doc, 'Any of these bits at once.'].filter(Boolean).join(' '), bytes, bits);
  }
  const cases = members.map((member) => `case ${name}::${memberNames.of(member.name)}:`);
  return [
    ...docLines(doc),
    `enum class ${name} : ${unsignedName(bytes)} {`,
    ...members.flatMap((member) =>
      indented([...docLines(member.doc), `${memberNames.of(member.name)} = ${member.value},`]),
    ),
    '};',
    '',
    `constexpr bool isKnown(${name} value) {`,
    '  switch (value) {',
    ...cases.map((line) => `    ${line}`),
    '      return true;',
    '  }',
    '  return false;',
    '}',
  ];
}

interface NamedBit {
  readonly name: string;
  readonly doc: string;
  readonly bit: number;
}

function emitBits(name: string, doc: string, bytes: number, bits: readonly NamedBit[]): string[] {
  const hex = (value: number) => `0x${value.toString(16).padStart(2 * bytes, '0')}`;
  const all = bits.reduce((sum, { bit }) => sum + 2 ** bit, 0);
  return [
    ...docLines(doc),
    `namespace ${name} {`,
    `using Bits = ${unsignedName(bytes)};`,
    ...bits.flatMap((bit) => [
      ...docLines(bit.doc),
      `constexpr Bits ${memberNames.of(bit.name)} = ${hex(2 ** bit.bit)};`,
    ]),
    `constexpr Bits all = ${hex(all)};`,
    `}  // namespace ${name}`,
  ];
}

export function emitStruct(struct: StructModel): string[] {
  return [...docLines(struct.doc), `struct ${struct.name} {`, ...indented(memberLines(struct.fields)), '};'];
}

export function emitRecord(record: RecordModel): string[] {
  const mask = maskName(record.name);
  const bits = record.groups.map(({ name, doc, bit }) => ({ name, doc, bit }));
  const groups = record.groups.flatMap((group) => [
    '',
    `// Only with ${mask}::${memberNames.of(group.name)}.`,
    ...memberLines(group.fields),
  ]);
  return [
    ...emitBits(mask, `The groups of ${record.name}.`, record.maskBytes, bits),
    '',
    ...docLines(record.doc),
    `struct ${record.name} {`,
    ...indented([
      ...docLines('Which groups are there; what decoding does not find it leaves as it was.'),
      `${mask}::Bits mask = 0;`,
      ...groups,
    ]),
    '};',
  ];
}

export function emitPacket(packet: PacketModel): string[] {
  const { id, name, size, padded } = packet;
  return [
    ...docLines(
      packet.doc,
      `From ${packet.from === 'both' ? 'both sides' : `the ${packet.from}`}, ${packet.channel}.`,
    ),
    `struct ${name} {`,
    ...indented([
      `static constexpr std::uint8_t packetId = 0x${id.toString(16).padStart(2, '0')};`,
      `static constexpr std::size_t sizeMin = ${size.min};`,
      `static constexpr std::size_t sizeMax = ${size.max};`,
      `static constexpr bool padded = ${padded};`,
      ...(packet.fields.length > 0 ? [''] : []),
      ...memberLines(packet.fields),
    ]),
    '};',
  ];
}

function memberLines(fields: readonly FieldModel[]): string[] {
  return fields.flatMap((field) => {
    const name = fieldNames.of(field.name);
    return [
      ...quantizationLines(field),
      ...docLines(field.doc, describeValues(field.type), notesOf(field)),
      `${fieldTypeName(field)} ${name}${initializer(field)};`,
    ];
  });
}

function quantizationLines({ name, type }: FieldModel): string[] {
  const scalar: FieldType = type.kind === 'array' ? type.element : type;
  if (scalar.kind !== 'quantized') return [];
  const numbers = quantizationNumbers(scalar);
  return [`static constexpr Quantization ${quantizationName(name)}{${numbers}};`];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
