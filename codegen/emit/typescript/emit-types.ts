// Constants, enums, flags, and the classes that messages are decoded into and encoded from.

import { placeBytes } from '../../model/delta-layout.js';
import { showRational, toNumber } from '../../model/rational.js';
import type {
  ArrayType,
  BitFieldModel,
  BitsModel,
  ConstantModel,
  DeltaListType,
  EnumModel,
  FieldModel,
  GroupModel,
  PacketModel,
  RecordModel,
  StructModel,
  UnionModel,
} from '../../model/schema-model.js';
import {
  baselineName,
  columnsName,
  countName,
  dequantizeName,
  hex,
  idName,
  lengthName,
  lowerFirst,
  maskName,
  masksName,
  placesName,
  presenceName,
  quantizeName,
  sizeMaxName,
} from './derived-names.js';
import { docComment } from './doc-comment.js';
import { tagType } from './packed-code.js';
import { dequantizeExpression, quantizeBody } from './scalar-code.js';
import {
  describeType,
  initialPhysical,
  initialValue,
  scalarTypeName,
  typedArrayName,
  type Form,
} from './type-names.js';

export function emitConstant(constant: ConstantModel): string {
  const { numerator, denominator } = constant.value;
  const value = denominator === 1n ? String(numerator) : String(toNumber(constant.value));
  const exact = denominator === 1n ? '' : `Exactly ${showRational(constant.value)}.`;
  return `${docComment(constant.doc, exact)}export const ${lowerFirst(constant.name)} = ${value};\n`;
}

export function emitEnum(declaration: EnumModel): string {
  const isFlags = declaration.kind === 'flags';
  const members = declaration.members.map((member) => {
    const value = isFlags ? hex(2 ** member.value) : String(member.value);
    return `${docComment(member.doc)}${member.name}: ${value},`;
  });
  const { name } = declaration;
  const head = `${docComment(declaration.doc)}export const ${name} = {\n${members.join('\n')}\n} as const;\n`;
  return isFlags ? head : `${head}\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];\n`;
}

export function emitStructClass(struct: StructModel): string {
  return (
    `${docComment(struct.doc)}export class ${struct.name} {\n${properties(struct.fields, 'physical').join('\n')}\n}\n\n` +
    `${docComment(`Bytes of ${sizeRange(struct.size.min, struct.size.max)}.`)}` +
    `export const ${sizeMaxName(struct.name)} = ${struct.size.max};\n`
  );
}

export function emitBitsClass(bits: BitsModel): string {
  const fields = bits.fields.map((field) => `${docComment(field.doc, bitNote(field))}${bitProperty(field)}`);
  return `${docComment(bits.doc, `Packed into ${bits.bytes * 8} bits.`)}export class ${bits.name} {\n${fields.join('\n')}\n}\n`;
}

export function emitUnionClass(union: UnionModel): string {
  const { declaration } = tagType(union);
  const cases = union.cases.flatMap(({ name, doc, declaration: struct }) =>
    struct ? [`${docComment(doc)}readonly ${name} = new ${struct.name}();`] : [],
  );
  return (
    `${emitEnum(declaration)}\n${docComment(union.doc, 'Only what `kind` names is sent and received.')}` +
    `export class ${union.name} {\nkind: ${declaration.name} = ${declaration.name}.${union.cases[0]!.name};\n` +
    `${cases.join('\n')}\n}\n\n` +
    `${docComment(`Bytes of ${sizeRange(union.size.min, union.size.max)}.`)}` +
    `export const ${sizeMaxName(union.name)} = ${union.size.max};\n`
  );
}

export function emitPacketClass(packet: PacketModel): string {
  const sizes = packet.bounded
    ? `Most bytes of a whole message: the encoder refuses more. Its fields could take ${packet.worstCase}.`
    : `Bytes of ${sizeRange(packet.size.min, packet.size.max)}, with the id${packet.padded ? ' and the padding' : ''}.`;
  return (
    `export const ${idName(packet.name)} = ${hex(packet.id)};\n${docComment(sizes)}` +
    `export const ${sizeMaxName(packet.name)} = ${packet.size.max};\n\n` +
    `${docComment(packet.doc, route(packet))}` +
    `export class ${packet.name} {\n${properties(packet.fields, 'physical').join('\n')}\n}\n`
  );
}

export function emitRecordClass(record: RecordModel): string {
  const masks = record.groups.map(
    (group) => `${docComment(group.doc)}${group.name}: ${hex(2 ** group.bit)},`,
  );
  const groups = record.groups.flatMap((group) => groupProperties(group));
  const quantizers = record.groups.flatMap((group) =>
    group.fields.flatMap((field) => emitQuantizer(record, field)),
  );
  return (
    `${docComment(`Bits of ${record.name}.mask.`)}export const ${maskName(record.name)} = {\n${masks.join('\n')}\n} as const;\n\n` +
    `${docComment(record.doc, 'Quantized fields hold their step numbers, as they travel.')}` +
    `export class ${record.name} {\n/** Which groups are there: bits of ${maskName(record.name)}. */\nmask = 0;\n` +
    `${groups.join('\n')}\n}\n\n` +
    `${docComment(`Bytes of ${sizeRange(record.size.min, record.size.max)}.`)}` +
    `export const ${sizeMaxName(record.name)} = ${record.size.max};\n\n${quantizers.join('\n')}`
  );
}

function groupProperties(group: GroupModel): string[] {
  return properties(group.fields, 'raw').map((property, index) =>
    index === 0 ? `\n// Group ${group.name}.\n${property}` : property,
  );
}

function emitQuantizer(record: RecordModel, field: FieldModel): string[] {
  if (field.type.kind !== 'quantized') return [];
  const { type } = field;
  const steps = dequantizeExpression(type, 'steps');
  const does = `${describeType(type, 'raw')}. ${type.wrap ? 'Wraps' : 'Clamps'}; NaN gives NaN, which no encoder takes.`;
  return [
    `${docComment(does)}export function ${quantizeName(record.name, field.name)}(value: number): number {\n` +
      `${quantizeBody(type, 'value')}\n}\n`,
    `export function ${dequantizeName(record.name, field.name)}(steps: number): number {\nreturn ${steps};\n}\n`,
  ];
}

function properties(fields: readonly FieldModel[], form: Form): string[] {
  const lines: string[] = [];
  for (const field of fields) {
    const { name, type } = field;
    if (field.optional) lines.push(`/** Whether \`${name}\` is there. */\n${presenceName(name)} = false;`);
    if (type.kind === 'bytes' && type.capped) lines.push(`${lengthName(name)} = 0;`);
    if (type.kind === 'array' && type.capped) lines.push(`${countName(name)} = 0;`);
    if (type.kind === 'deltaList') lines.push(...listCompanions(name, type));
    lines.push(`${docComment(field.doc, note(field, form))}${property(field, form)}`);
  }
  return lines;
}

function listCompanions(name: string, { declaration, size }: DeltaListType): string[] {
  const places = `Uint${8 * placeBytes(size)}Array`;
  const masks = `Uint${8 * declaration.maskBytes}Array`;
  const held = `What both sides hold of them; it may be \`${name}\` itself when that is decoded into.`;
  return [
    `/** How many entries travel. */\n${countName(name)} = 0;`,
    `/** Of each entry: its place, ascending. */\nreadonly ${placesName(name)} = new ${places}(${size});`,
    `/** Of each entry: which groups it has, bits of ${maskName(declaration.name)}. */\nreadonly ${masksName(name)} = new ${masks}(${size});`,
    `${docComment(held)}${baselineName(name)} = new ${columnsName(declaration.name)}(${size});`,
  ];
}

function property({ name, type }: FieldModel, form: Form): string {
  switch (type.kind) {
    case 'bytes':
      return `readonly ${name} = new Uint8Array(${type.size});`;
    case 'array':
      return `readonly ${name}${arrayInitializer(type)};`;
    case 'deltaList':
      return `${name} = new ${columnsName(type.declaration.name)}(${type.size});`;
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return `readonly ${name} = ${initialValue(type)};`;
    case 'enum':
      return `${name}: ${type.declaration.name} = ${initialValue(type)};`;
    case 'quantized':
      return `${name} = ${form === 'raw' ? '0' : initialPhysical(type)};`;
    default:
      return `${name} = ${initialValue(type)};`;
  }
}

function arrayInitializer({ element, size }: ArrayType): string {
  const typed = typedArrayName(element);
  if (typed !== undefined) return ` = new ${typed}(${size})`;
  const name = scalarTypeName(element);
  return `: readonly ${name}[] = Array.from({ length: ${size} }, () => ${initialValue(element)})`.replace(
    'readonly string[]',
    'string[]',
  );
}

function bitProperty({ name, value }: BitFieldModel): string {
  if (value.kind === 'bool') return `${name} = false;`;
  if (value.kind === 'number') return `${name} = ${value.min};`;
  const { declaration } = value;
  return `${name}: ${declaration.name} = ${declaration.name}.${declaration.members[0]!.name};`;
}

function bitNote({ offset, width, value }: BitFieldModel): string {
  const bits = width === 1 ? `Bit ${offset}` : `Bits ${offset} to ${offset + width - 1}`;
  return value.kind === 'number' ? `${bits}: ${value.min} .. ${value.max}.` : `${bits}.`;
}

function note(field: FieldModel, form: Form): string {
  const text = [describeType(field.type, form), ...(field.unit === '' ? [] : [`in ${field.unit}`])]
    .filter((part) => part !== '')
    .join(', ');
  return text === ''
    ? ''
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/^U(\d)/, 'u$1').replace(/^I(\d)/, 'i$1');
}

function route(packet: PacketModel): string {
  if (packet.from === 'internal') return '';
  const rate = packet.ratePerSecond > 0 ? `, at most ${packet.ratePerSecond} a second` : '';
  const sender = packet.from === 'both' ? 'either side' : `the ${packet.from}`;
  return packet.channel === 'handshake'
    ? `From ${sender}, in the handshake.`
    : `From ${sender}, ${packet.channel}${rate}.`;
}

function sizeRange(min: number, max: number): string {
  return min === max ? 'every one' : `the longest; the shortest takes ${min}`;
}
