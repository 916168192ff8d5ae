// The content as rules see it: one interface for each record, part, class of objects; times in ticks, references as ids.

import type { ChoiceModel, ContentFieldModel, ContentModel, ContentType } from '../../model/content-model.js';
import type { EnumModel } from '../../model/schema-model.js';
import { docComment } from '../typescript/doc-comment.js';
import {
  definitionName,
  describedField,
  isList,
  isObject,
  isRecord,
  isSingle,
  kindInWords,
  listName,
  numeral,
  objectListName,
  ruleFieldName,
  withUse,
  type Declaration,
} from './content-names.js';

/** What of `map-definition.ts` an object's shape becomes. */
const shapeBase = { point: 'MapPoint', rectangle: 'MapRectangle', circle: 'MapCircle' } as const;

/** The records of the JSON files, their parts, and the enums of these and of what maps hold. */
export function emitDefinitions(contents: readonly Declaration[]): string {
  const records = contents.filter(isRecord);
  const enums = [...new Set([...records, ...contents.filter(isOnMaps)].flatMap(enumsOf))];
  return [...enums.map(emitEnum), ...records.map(emitDeclaration)].join('\n');
}

/** What maps hold: their properties, and a list of the objects of each class. */
export function emitMapDefinitions(contents: readonly Declaration[]): string {
  const objects = contents.filter(isObject);
  const maps = contents.filter((each) => each.kind === 'content' && each.tiled?.use === 'map');
  const bases = [...new Set(objects.map(({ tiled }) => shapeBase[tiled.shape]))].sort();
  const enums = [...new Set(contents.filter(isOnMaps).flatMap(enumsOf))].map(({ name }) => name).sort();
  const lists = objects.map(
    (each) => `${docComment(each.doc)}readonly ${objectListName(each)}: readonly ${each.name}[];`,
  );
  return [
    [
      `import type { ${bases.join(', ')} } from '../base/map-shapes.js';`,
      ...(enums.length > 0 ? [`import type { ${enums.join(', ')} } from './definitions.js';`] : []),
      '',
    ].join('\n'),
    ...maps.map(emitDeclaration),
    ...objects.map(emitDeclaration),
    `${docComment('All objects on a map, class by class.')}export interface MapObjects {\n${lists.join('\n')}\n}\n`,
    `${docComment('An empty map.')}export const noMapObjects: MapObjects = { ${objects.map((each) => `${objectListName(each)}: []`).join(', ')} };\n`,
  ].join('\n');
}

/** All records by kind, as they are loaded and as rules find them. */
export function emitContentRecords(contents: readonly Declaration[]): string {
  const lists = contents.filter(isList);
  const singles = contents.filter(isSingle);
  const types = [...lists, ...singles].map(definitionName).sort();
  const singleFields = singles.map((each) => `readonly ${listName(each.source)}: ${definitionName(each)};`);
  const listFields = lists.map(
    (each) => `readonly ${listName(each.source)}: readonly ${definitionName(each)}[];`,
  );
  const indexes = lists.map(
    (each) =>
      `${docComment(`By the id of ${article(kindInWords(each))}.`)}readonly ${listName(each.source)}: ById<${definitionName(each)}>;`,
  );
  const sets = [
    ...lists.map(({ source }) => `this.${listName(source)} = byId(records.${listName(source)});`),
    ...singles.map(({ source }) => `this.${listName(source)} = records.${listName(source)};`),
  ];
  return `import { byId, type ById } from '../base/by-id.js';
import type { ${types.join(', ')} } from './definitions.js';

/** Everything in the JSON files. */
export interface ContentRecords {
${[...listFields, ...singleFields].join('\n')}
}

/** The same, found by id. */
export class RecordsById {
${[...indexes, ...singleFields].join('\n')}

constructor(records: ContentRecords) {
${sets.join('\n')}
}
}
`;
}

function isOnMaps(declaration: Declaration): boolean {
  const isMap = declaration.kind === 'content' && declaration.tiled?.use === 'map';
  return isObject(declaration) || isMap;
}

function article(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

function enumsOf(declaration: Declaration): EnumModel[] {
  return declaration.kind === 'choice' ? [] : declaration.fields.flatMap(({ type }) => enumOf(type));
}

function enumOf(type: ContentType): EnumModel[] {
  if (type.kind === 'list') return enumOf(type.element);
  return type.kind === 'enum' ? [type.declaration] : [];
}

function emitEnum({ name, doc, members }: EnumModel): string {
  const lines = members.map((member) => `${docComment(member.doc)}| '${member.name}'`);
  return `${docComment(doc)}export type ${name} =\n${lines.join('\n')};\n`;
}

function emitDeclaration(declaration: Declaration): string {
  return declaration.kind === 'choice' ? emitChoice(declaration) : emitInterface(declaration);
}

function emitChoice({ name, doc, cases }: ChoiceModel): string {
  const each = cases.map((one) => `| (${one.declaration.name} & { readonly kind: '${one.name}' })`);
  return `${docComment(doc)}export type ${name} =\n${each.join('\n')};\n`;
}

function emitInterface(content: ContentModel): string {
  const fields = content.fields.map(emitField);
  const named = isObject(content);
  const key = named
    ? ["/** The object's name in Tiled, unique in its class on a map. */\nreadonly key: string;"]
    : [];
  const base = named ? ` extends ${shapeBase[content.tiled.shape]}` : '';
  const body = [...key, ...fields].join('\n');
  return `${docComment(withUse(content.doc, content))}export interface ${definitionName(content)}${base} {\n${body}\n}\n`;
}

function emitField(field: ContentFieldModel): string {
  const { type, optional, defaultValue } = field;
  const mayBeMissing = optional && defaultValue === undefined;
  const none = mayBeMissing ? noneOf(type) : undefined;
  const missing = mayBeMissing && none === undefined ? ' | undefined' : '';
  const notes = [
    limitsOf(type, field.unit),
    type.kind !== 'ref' || none === undefined ? '' : `${none}: none`,
  ].filter(Boolean);
  const note = notes.length === 0 ? '' : `${notes.join('; ')}.`;
  const limits = note.charAt(0).toUpperCase() + note.slice(1);
  const text = withUse(`${describedField(field)} ${limits}`.trim(), field);
  return `${docComment(text)}readonly ${ruleFieldName(field)}: ${typeOf(type)}${missing};`;
}

/** What stands for a reference or a list that is missing. */
export function noneOf(type: ContentType): string | undefined {
  if (type.kind === 'list') return '[]';
  if (type.kind !== 'ref') return undefined;
  return type.to.kind === 'record' ? '0' : "''";
}

function limitsOf(type: ContentType, unit: string): string {
  const shownUnit = unit === '' ? '' : ` ${unit}`;
  switch (type.kind) {
    case 'id':
    case 'integer':
    case 'number':
      return `${numeral(type.min)} to ${numeral(type.max)}${shownUnit}`;
    case 'seconds':
      return 'in ticks';
    case 'ref':
      return type.to.kind === 'record' ? `the id of ${article(kindInWords({ name: type.target }))}` : '';
    case 'list': {
      const element = limitsOf(type.element, unit);
      return `${type.countMin} to ${type.countMax} of them${element === '' ? '' : `, each ${element}`}`;
    }
    default:
      return '';
  }
}

function typeOf(type: ContentType): string {
  switch (type.kind) {
    case 'id':
    case 'integer':
    case 'number':
    case 'seconds':
      return 'number';
    case 'bool':
      return 'boolean';
    case 'key':
    case 'text':
      return 'string';
    case 'ref':
      return type.to.kind === 'record' ? 'number' : 'string';
    case 'enum':
      return type.declaration.name;
    case 'part':
    case 'choice':
      return type.declaration.name;
    case 'list':
      return `readonly ${typeOf(type.element)}[]`;
  }
}
