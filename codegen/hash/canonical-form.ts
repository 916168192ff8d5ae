// The network protocol as text that does not depend on comments, layout, files, or the order of declarations.
// What it is made of is part of the standard: protocol-schema/STANDARD.md, "Protocol hash".

import { showRational } from '../model/rational.js';
import type {
  BitFieldModel,
  DeclarationModel,
  FieldModel,
  FieldType,
  PacketModel,
  Schema,
} from '../model/schema-model.js';

/** One line for each declaration of the files without internal packets, sorted by code units, each ended by '\n'. */
export function canonicalForm(schema: Schema): string {
  return schema.files
    .filter((file) => !file.internal)
    .flatMap((file) => file.declarations.map(canonicalDeclaration))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((line) => `${line}\n`)
    .join('');
}

function canonicalDeclaration(declaration: DeclarationModel): string {
  const { kind, name } = declaration;
  switch (kind) {
    case 'const':
      return `const ${name} = ${showRational(declaration.value)}`;
    case 'enum':
    case 'flags': {
      const members = declaration.members.map((member) => `${member.name} = ${member.value}`);
      return `${kind} ${name} : u${declaration.bytes * 8} ${braced(members.join('; '))}`;
    }
    case 'bits':
      return `bits ${name} : u${declaration.bytes * 8} ${braced(declaration.fields.map(canonicalBits).join('; '))}`;
    case 'union': {
      const cases = declaration.cases.map(
        ({ name: own, tag, declaration: struct }) => `${own} = ${tag}${struct ? `: ${struct.name}` : ''}`,
      );
      return `union ${name} ${braced(cases.join('; '))}`;
    }
    case 'struct':
      return `struct ${name} ${braced(canonicalFields(declaration.fields))}`;
    case 'record': {
      const groups = declaration.groups.map(
        (group) => `group ${group.name} ${braced(canonicalFields(group.fields))}`,
      );
      return `record ${name}${declaration.delta ? ' delta' : ''} ${braced(groups.join('; '))}`;
    }
    case 'packet':
      return `packet ${name} = ${declaration.id}${clauses(declaration)} ${braced(canonicalFields(declaration.fields))}`;
  }
}

/** One field of bits. */
export function canonicalBits({ name, width, value }: BitFieldModel): string {
  if (value.kind === 'bool') return `${name}: bool`;
  const bits = `${name}: ${width} bits`;
  if (value.kind === 'enum') return `${bits} ${value.declaration.name}`;
  return value.min === 0 && value.max === 2 ** width - 1 ? bits : `${bits}(${value.min} .. ${value.max})`;
}

function braced(content: string): string {
  return content === '' ? '{ }' : `{ ${content} }`;
}

function clauses(packet: PacketModel): string {
  const rate = packet.ratePerSecond > 0 ? ` rate ${packet.ratePerSecond}/s burst ${packet.burst}` : '';
  const size = packet.padded ? ` padded ${packet.size.max}` : packet.bounded ? ` max ${packet.size.max}` : '';
  return ` from ${packet.from} on ${packet.channel}${rate}${size}`;
}

function canonicalFields(fields: readonly FieldModel[]): string {
  return fields
    .map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${canonicalType(type)}`)
    .join('; ');
}

/** Also how documents write a type. */
export function canonicalType(type: FieldType): string {
  switch (type.kind) {
    case 'integer':
      return type.ranged ? `${type.name}(${type.min} .. ${type.max})` : type.name;
    case 'float':
      return type.ranged ? `f${type.bytes * 8}(${type.min} .. ${type.max})` : `f${type.bytes * 8}`;
    case 'bool':
      return 'bool';
    case 'angle':
      return `angle${type.bytes * 8}`;
    case 'quantized':
      return `quantized(${showRational(type.min)} .. ${showRational(type.max)} step ${type.step.numerator}/${type.step.denominator}${type.wrap ? ' wrap' : ''})`;
    case 'enum':
    case 'flags':
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return type.declaration.name;
    case 'bytes':
      return `bytes<${type.capped ? '..' : ''}${type.size}>`;
    case 'string':
      return `string<${type.cap}>`;
    case 'deltaList':
      return `delta ${type.declaration.name}[..${type.size}]`;
    case 'array':
      return `${canonicalType(type.element)}[${type.capped ? '..' : ''}${type.size}]`;
  }
}
