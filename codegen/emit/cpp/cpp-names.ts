// Names and types in generated C++.

import type { EnumModel, FieldModel, FieldType, IntegerType } from '../../model/schema-model.js';
import { OwnNames } from '../c-family/own-names.js';

const keywords =
  'alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class co_await ' +
  'co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype default delete do ' +
  'double dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable namespace ' +
  'new noexcept not not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires return ' +
  'short signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef ' +
  'typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq ' +
  // Macros of compilers and systems.
  'errno far interface linux major minor near small unix';

/** Fields of structs, beside which a packet's constants stand. */
export const fieldNames = new OwnNames(`${keywords} packetId sizeMin sizeMax padded`);
/** Members of enums and bits of flags and masks. */
export const memberNames = new OwnNames(`${keywords} all Bits`);

export const quantizationName = (field: string): string => `${field}Steps`;
export const maskName = (record: string): string => `${record}Mask`;

export function unsignedName(bytes: number): string {
  return `std::uint${bytes * 8}_t`;
}

/** What the field is declared as. */
export function fieldTypeName(field: FieldModel): string {
  const name = typeName(field.type);
  return field.optional ? `std::optional<${name}>` : name;
}

function typeName(type: FieldType): string {
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
    case 'flags':
      return `${type.declaration.name}::Bits`;
    case 'enum':
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return type.declaration.name;
    case 'string':
      return `Text<${type.cap}>`;
    case 'bytes':
      return type.capped ? `Bytes<${type.size}>` : `std::array<std::uint8_t, ${type.size}>`;
    case 'deltaList':
      return `DeltaRows<${type.declaration.name}, ${type.size}>`;
    case 'array': {
      const element = typeName(type.element);
      return type.capped ? `List<${element}, ${type.size}>` : `std::array<${element}, ${type.size}>`;
    }
  }
}

function integerName(type: IntegerType): string {
  return `std::${type.signed ? '' : 'u'}int${type.bytes * 8}_t`;
}

/** The value of a new message's field, with its equals sign or braces. */
export function initializer(field: FieldModel): string {
  const { type } = field;
  if (field.optional) return '';
  switch (type.kind) {
    case 'integer':
    case 'float':
      return ` = ${type.min > 0 ? type.min : type.max < 0 ? type.max : 0}`;
    case 'quantized':
      return ` = ${quantizedStart(Number(type.min.numerator) / Number(type.min.denominator), Number(type.max.numerator))}`;
    case 'bool':
      return ' = false';
    case 'angle':
    case 'flags':
      return ' = 0';
    case 'enum':
      return ` = ${enumStart(type.declaration)}`;
    case 'array':
      return type.capped ? '' : '{}';
    case 'bytes':
      return type.capped ? '' : '{}';
    default:
      return '';
  }
}

/** 0 where it lies in the range. */
function quantizedStart(min: number, maxSign: number): string {
  return String(min > 0 || maxSign < 0 ? min : 0);
}

function enumStart(declaration: EnumModel): string {
  return `${declaration.name}::${memberNames.of(declaration.members[0]!.name)}`;
}
