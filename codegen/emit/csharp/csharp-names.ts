// Names and types in generated C#.

import type { ElementType, FieldModel, FieldType, IntegerType } from '../../model/schema-model.js';
import { toNumber } from '../../model/rational.js';
import { OwnNames } from '../c-family/own-names.js';

export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Names that every object has, and the constants beside a packet's fields. No keyword starts with a capital. */
const objectMembers = 'Equals Finalize GetHashCode GetType MemberwiseClone ReferenceEquals ToString';
export const fieldNames = new OwnNames(`${objectMembers} PacketId SizeMin SizeMax`, pascal);
export const memberNames = new OwnNames(objectMembers, pascal);

export const maskName = (record: string): string => `${record}Mask`;
export const quantizationName = (field: string): string => `${pascal(field)}Steps`;
export const presenceName = (field: string): string => `Has${pascal(field)}`;
export const countName = (field: string): string => `${pascal(field)}Count`;
export const placesName = (field: string): string => `${pascal(field)}Places`;
export const baselineName = (field: string): string => `${pascal(field)}Baseline`;
export const lengthName = (field: string): string => `${pascal(field)}Length`;

export function unsignedName(bytes: number): string {
  return bytes === 1 ? 'byte' : bytes === 2 ? 'ushort' : 'uint';
}

export function elementTypeName(type: ElementType): string {
  switch (type.kind) {
    case 'integer':
      return integerName(type);
    case 'float':
      return type.bytes === 4 ? 'float' : 'double';
    case 'quantized':
      return 'double';
    case 'bool':
      return 'bool';
    case 'angle':
      return unsignedName(type.bytes);
    case 'string':
      return 'string';
    case 'enum':
    case 'flags':
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return type.declaration.name;
  }
}

function integerName(type: IntegerType): string {
  if (type.bytes === 1) return type.signed ? 'sbyte' : 'byte';
  const name = type.bytes === 2 ? 'short' : 'int';
  return type.signed ? name : `u${name}`;
}

/**
 * The field, its first value and what says how much of it is in use. `owner` is the type it stands in, `siblings` are the
 * names of all its fields, which hide types of the same name.
 */
export function fieldDeclarations(owner: string, field: FieldModel, siblings: ReadonlySet<string>): string[] {
  const { type } = field;
  const name = fieldNames.of(field.name, owner);
  const hidden = type.kind === 'enum' && siblings.has(type.declaration.name);
  const lines = [
    hidden
      ? `public ${type.declaration.name} ${name} = (${type.declaration.name})${type.declaration.members[0]!.value};`
      : `public ${declaration(name, type)}`,
  ];
  if (type.kind === 'deltaList') {
    lines.push(
      '/// <summary>Places of the rows that travel, ascending.</summary>',
      `public readonly ushort[] ${placesName(field.name)} = new ushort[${type.size}];`,
      `public int ${countName(field.name)};`,
      '/// <summary>What both sides hold, by place; null: nothing.</summary>',
      `public ${type.declaration.name}[] ${baselineName(field.name)};`,
    );
  }
  if (type.kind === 'array' && type.capped) lines.push(`public int ${countName(field.name)};`);
  if (type.kind === 'bytes' && type.capped) lines.push(`public int ${lengthName(field.name)};`);
  return lines;
}

function declaration(name: string, type: FieldType): string {
  if (type.kind === 'bytes') return `readonly byte[] ${name} = new byte[${type.size}];`;
  if (type.kind === 'deltaList') {
    const record = type.declaration.name;
    return `readonly ${record}[] ${name} = Preallocated.Array<${record}>(${type.size});`;
  }
  if (type.kind !== 'array') return isObject(type) ? `readonly ${single(name, type)}` : single(name, type);
  const element = elementTypeName(type.element);
  const value = isObject(type.element)
    ? `Preallocated.Array<${element}>(${type.size})`
    : `new ${element}[${type.size}]`;
  return `readonly ${element}[] ${name} = ${value};`;
}

function single(name: string, type: ElementType): string {
  return `${elementTypeName(type)} ${name}${initialValue(type)};`;
}

function isObject(type: ElementType): boolean {
  return type.kind === 'bits' || type.kind === 'struct' || type.kind === 'union' || type.kind === 'record';
}

/** '' for what C# starts with zero. */
function initialValue(type: ElementType): string {
  switch (type.kind) {
    case 'integer':
    case 'float':
      return type.min > 0 || type.max < 0 ? ` = ${type.min > 0 ? type.min : type.max}` : '';
    case 'quantized':
      return toNumber(type.min) > 0 || toNumber(type.max) < 0 ? ` = ${toNumber(type.min)}` : '';
    case 'string':
      return ' = ""';
    case 'enum':
      return ` = ${type.declaration.name}.${memberNames.of(type.declaration.members[0]!.name)}`;
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return ` = new ${type.declaration.name}()`;
    default:
      return '';
  }
}
