// Records that say as little as the schema allows, for tests: each field its default, none, or the value nearest to nothing.
// Whatever a field is added to, the tests' own records need no change for it.

import type { ContentFieldModel, ContentModel, ContentType } from '../../model/content-model.js';
import {
  definitionName,
  isList,
  isSingle,
  listName,
  numeral,
  ruleFieldName,
  type Declaration,
} from './content-names.js';
import { lowerFirst } from '../typescript/derived-names.js';
import { noneOf } from './emit-definitions.js';

const ticksPerSecond = 60;

export function emitBlankRecords(contents: readonly Declaration[]): string {
  const records = contents.filter((each) => isList(each) || isSingle(each)) as ContentModel[];
  const maps = contents.filter(
    (each): each is ContentModel => each.kind === 'content' && each.tiled?.use === 'map',
  );
  const all = [...records, ...maps];
  const types = all.map((each) => `readonly ${lowerFirst(each.name)}: ${definitionName(each)};`);
  const values = all.map((each) => `${lowerFirst(each.name)}: ${blankContent(each)},`);
  const blank = `export const blank: Blank = {\n${values.join('\n')}\n};\n`;
  const none = contents.filter(isList).map(({ source }) => `${listName(source)}: []`);
  const imports = (from: string, used: readonly ContentModel[]): string =>
    `import type { ${used.map(definitionName).sort().join(', ')} } from '#domain/content/generated/${from}.js';`;
  const lists = `/** No list has a record. */\nexport const noRecords = { ${none.join(', ')} } as const;\n`;
  return [
    imports('definitions', records),
    `${imports('map-objects', maps)}\n`,
    `interface Blank {\n${types.join('\n')}\n}\n`,
    blank,
    lists,
  ].join('\n');
}

function blankContent({ fields }: ContentModel): string {
  return `{ ${fields.map((field) => `${ruleFieldName(field)}: ${blankField(field)}`).join(', ')} }`;
}

function blankField({ type, optional, defaultValue }: ContentFieldModel): string {
  if (typeof defaultValue === 'number')
    return numeral(type.kind === 'seconds' ? Math.round(defaultValue * ticksPerSecond) : defaultValue);
  if (defaultValue !== undefined) return JSON.stringify(defaultValue);
  return optional ? (noneOf(type) ?? 'undefined') : blankValue(type);
}

function blankValue(type: ContentType): string {
  switch (type.kind) {
    case 'id':
    case 'integer':
    case 'number':
      return numeral(nearestToNothing(type));
    case 'seconds':
      return numeral(Math.round(nearestToNothing(type) * ticksPerSecond));
    case 'bool':
      return 'false';
    case 'key':
    case 'text':
      return "''";
    case 'ref':
      return type.to.kind === 'record' ? '0' : "''";
    case 'enum':
      return `'${type.declaration.members[0]!.name}'`;
    case 'part':
      return blankContent(type.declaration);
    case 'choice': {
      const { name, declaration } = type.declaration.cases[0]!;
      return `{ kind: '${name}', ...${blankContent(declaration)} }`;
    }
    case 'list':
      return '[]';
  }
}

function nearestToNothing({ min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(Math.max(0, min), max);
}
