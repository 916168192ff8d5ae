// A message as the dissector lists it: one line for each value, in the order of the wire.

import type {
  BitsModel,
  ElementType,
  FieldModel,
  FieldType,
  PacketModel,
  RecordModel,
  StructModel,
} from '#codegen/model/schema-model.js';
import type { Fields, Json, ListEntry } from '../../codegen/support/message-fields.js';

export type Leaf = readonly [name: string, value: number | boolean | string];

export function leavesOf(declaration: PacketModel | StructModel | RecordModel, fields: Fields): Leaf[] {
  if (declaration.kind !== 'record') return leavesOfFields(declaration.name, declaration.fields, fields);
  const present = declaration.groups.filter(({ name }) => name in fields);
  const mask = present.reduce((sum, { bit }) => sum + 2 ** bit, 0);
  const leaves = present.flatMap((group) =>
    leavesOfFields(declaration.name, group.fields, fields[group.name] as Fields),
  );
  return [[`tos.${declaration.name}.mask`, mask], ...leaves];
}

function leavesOfFields(owner: string, models: readonly FieldModel[], fields: Fields): Leaf[] {
  return models
    .filter(({ name }) => name in fields)
    .flatMap(({ name, type }): Leaf[] => {
      const path = `tos.${owner}.${name}`;
      const value = fields[name]!;
      if (type.kind === 'deltaList')
        return leavesOfRows(path, type.declaration, value as unknown as ListEntry[]);
      if (type.kind !== 'array') return leavesOfValue(path, type, value);
      const elements = value as readonly Json[];
      const each = elements.flatMap((element) => leavesOfValue(path, type.element, element));
      return type.capped ? [[`${path}.count`, elements.length], ...each] : each;
    });
}

function leavesOfRows(path: string, record: RecordModel, entries: readonly ListEntry[]): Leaf[] {
  const rows = entries.flatMap(({ place, row }): Leaf[] => [
    [`${path}.place`, place],
    ...leavesOf(record, row),
  ]);
  return [[`${path}.count`, entries.length], ...rows];
}

function leavesOfValue(path: string, type: ElementType | FieldType, value: Json): Leaf[] {
  switch (type.kind) {
    case 'struct':
    case 'record':
      return leavesOf(type.declaration, value as Fields);
    case 'bits':
      return leavesOfBits(path, type.declaration, value as Fields);
    case 'union': {
      const [name] = Object.keys(value as Fields);
      const { tag, declaration } = type.declaration.cases.find((each) => each.name === name)!;
      const fields = (value as Fields)[name!] as Fields;
      return [
        [`tos.${type.declaration.name}.kind`, tag],
        ...(declaration ? leavesOf(declaration, fields) : []),
      ];
    }
    case 'enum':
      return [[path, type.declaration.members.find(({ name }) => name === value)!.value]];
    case 'flags': {
      const { name: owner, members } = type.declaration;
      const set = value as readonly string[];
      const bits = members
        .filter(({ name }) => set.includes(name))
        .reduce((sum, flag) => sum + 2 ** flag.value, 0);
      return [[path, bits], ...members.map(({ name }): Leaf => [`tos.${owner}.${name}`, set.includes(name)])];
    }
    case 'bytes':
      return value === '' ? [] : [[path, (value as string).replace(/..(?=.)/g, '$&:')]];
    default:
      return [[path, value as number | boolean | string]];
  }
}

function leavesOfBits(path: string, { name: owner, fields: models }: BitsModel, fields: Fields): Leaf[] {
  const each = models.map(({ name, offset, value }) => {
    const said = fields[name]!;
    const number =
      value.kind === 'enum'
        ? value.declaration.members.find((member) => member.name === said)!.value
        : Number(said);
    const shown = value.kind === 'bool' ? Boolean(said) : number;
    return { leaf: [`tos.${owner}.${name}`, shown] as Leaf, sum: number * 2 ** offset };
  });
  return [[path, each.reduce((whole, { sum }) => whole + sum, 0)], ...each.map(({ leaf }) => leaf)];
}
