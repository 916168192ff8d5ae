// A message's fields as the line of words that the test programs in other languages read and write: numbers in decimal, what
// travels as a fraction by the bits of its double, text and bytes as `x` and hexadecimal; counts, masks and presence bits first.

import type {
  BitsModel,
  FieldModel,
  FieldType,
  PacketModel,
  RecordModel,
  StructModel,
} from '#codegen/model/schema-model.js';
import type { Fields, Json, ListEntry } from '../../../codegen/support/message-fields.js';

export type Message = PacketModel | StructModel | RecordModel;

export function wordsOf(declaration: Message, fields: Fields): string[] {
  if (declaration.kind !== 'record') return wordsOfFields(declaration.fields, fields);
  const present = declaration.groups.filter((group) => fields[group.name] !== undefined);
  const mask = present.reduce((sum, group) => sum + 2 ** group.bit, 0);
  return [
    String(mask),
    ...present.flatMap((group) => wordsOfFields(group.fields, fields[group.name] as Fields)),
  ];
}

function wordsOfFields(fields: readonly FieldModel[], values: Fields): string[] {
  const optionals = fields.filter((field) => field.optional);
  const present = optionals.reduce(
    (bits, field, bit) => bits + (values[field.name] === undefined ? 0 : 2 ** bit),
    0,
  );
  return [
    ...(optionals.length > 0 ? [String(present)] : []),
    ...fields.flatMap(({ name, type }) =>
      values[name] === undefined ? [] : wordsOfValue(type, values[name]),
    ),
  ];
}

function wordsOfValue(type: FieldType, value: Json): string[] {
  switch (type.kind) {
    case 'integer':
    case 'angle':
      return [String(value)];
    case 'float':
    case 'quantized':
      return [doubleWord(value as number)];
    case 'bool':
      return [value === true ? '1' : '0'];
    case 'enum':
      return [String(type.declaration.members.find((member) => member.name === value)!.value)];
    case 'flags': {
      const names = value as readonly string[];
      const set = type.declaration.members.filter((member) => names.includes(member.name));
      return [String(set.reduce((bits, member) => bits + 2 ** member.value, 0))];
    }
    case 'string':
      return [`x${Buffer.from(value as string).toString('hex')}`];
    case 'bytes':
      return [`x${value as string}`];
    case 'deltaList': {
      const entries = value as unknown as readonly ListEntry[];
      const words = entries.flatMap(({ place, row }) => [String(place), ...wordsOf(type.declaration, row)]);
      return [String(entries.length), ...words];
    }
    case 'array': {
      const elements = value as readonly Json[];
      const words = elements.flatMap((element) => wordsOfValue(type.element, element));
      return type.capped ? [String(elements.length), ...words] : words;
    }
    case 'struct':
    case 'record':
      return wordsOf(type.declaration, value as Fields);
    case 'bits':
      return [String(packed(type.declaration, value as Fields))];
    case 'union': {
      const [[name, fields]] = Object.entries(value as Fields) as [[string, Fields]];
      const { tag, declaration } = type.declaration.cases.find((each) => each.name === name)!;
      return [String(tag), ...(declaration ? wordsOf(declaration, fields) : [])];
    }
  }
}

function packed(bits: BitsModel, fields: Fields): number {
  const parts = bits.fields.map(({ name, offset, value }) => {
    const number =
      value.kind === 'number' ? (fields[name] as number) : Number(wordsOfValue(value, fields[name]!)[0]);
    return number * 2 ** offset;
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

export function doubleWord(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}
