// How content is called in TypeScript, and which of it changes between a file and the rules.

import {
  isEachOnce,
  type ChoiceModel,
  type ContentFieldModel,
  type ContentModel,
  type ContentType,
  type TiledUse,
} from '../../model/content-model.js';
import { lowerFirst } from '../typescript/derived-names.js';

export type Declaration = ContentModel | ChoiceModel;

export type ObjectModel = ContentModel & { readonly tiled: TiledUse & { readonly use: 'object' } };

export function isList(declaration: Declaration): declaration is ContentModel {
  return declaration.kind === 'content' && declaration.source !== '' && !declaration.single;
}

export function isSingle(declaration: Declaration): declaration is ContentModel {
  return declaration.kind === 'content' && declaration.single;
}

export function isObject(declaration: Declaration): declaration is ObjectModel {
  return declaration.kind === 'content' && declaration.tiled?.use === 'object';
}

/** What lies in the JSON files, with its parts; the rest belongs to Tiled's maps. */
export function isRecord(declaration: Declaration): boolean {
  return declaration.kind === 'choice' || declaration.tiled === undefined;
}

/** The type that rules know: `ItemDefinition`, `GameMapProperties`; parts, single records and objects bear their own names. */
export function definitionName(declaration: Declaration): string {
  const { name } = declaration;
  if (declaration.kind === 'choice') return name;
  if (declaration.source !== '' && !declaration.single) return `${name}Definition`;
  const { tiled } = declaration;
  return tiled === undefined || tiled.use === 'object' ? name : `${name}Properties`;
}

/** What a file holds: `ItemRecord`. */
export function recordName({ name }: Declaration): string {
  return `${name}Record`;
}

export function schemaName({ name }: Declaration): string {
  return `${lowerFirst(name)}Schema`;
}

export function defineName({ name }: Declaration): string {
  return `define${name}`;
}

/** Of a file: `loot-tables` → `lootTables`. */
export function listName(source: string): string {
  return source.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Of all objects of a class on a map: `SafeZone` → `safeZones`. */
export function objectListName({ name }: Declaration): string {
  const own = lowerFirst(name);
  return /[^aeiou]y$/.test(own) ? `${own.slice(0, -1)}ies` : `${own}s`;
}

/** In messages: `LootTable` → `loot table`. */
export function kindInWords({ name }: { readonly name: string }): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

/** What rules call a field: seconds become ticks, names of maps and of what stands on them stay keys. */
export function ruleFieldName({ name, type }: ContentFieldModel): string {
  const [element, many] = type.kind === 'list' ? [type.element, true] : [type, false];
  if (element.kind === 'seconds') return name.replace(/Seconds$/, 'Ticks');
  if (element.kind === 'ref' && element.to.kind !== 'record') return `${name}Key${many ? 's' : ''}`;
  return name;
}

const notReadYet = 'No rule reads it yet.';

/** The field's description, with what must hold beside other fields. */
export function describedField({ doc, limits, once, type }: ContentFieldModel): string {
  const same =
    once.length > 0 ? [`No two with the same ${once.join(', ')}.`] : isEachOnce(type) ? ['Each once.'] : [];
  return [doc, ...limits.map(({ relation, field }) => `At ${relation} ${field}.`), ...same].join(' ').trim();
}

/** The description of a record or field, with a word on whether it is of use. */
export function withUse(description: string, { unread }: { readonly unread: boolean }): string {
  return unread ? `${description} ${notReadYet}`.trim() : description;
}

/** Whether a value is another in the rules than in its file. */
export function changes(type: ContentType): boolean {
  switch (type.kind) {
    case 'ref':
    case 'seconds':
      return true;
    case 'list':
      return changes(type.element);
    case 'part':
    case 'choice':
      return changesWithin(type.declaration);
    default:
      return false;
  }
}

export function changesWithin(declaration: Declaration): boolean {
  if (declaration.kind === 'choice') return declaration.cases.some((each) => changesWithin(each.declaration));
  return declaration.fields.some(
    ({ type, optional, defaultValue, limits }) =>
      changes(type) || (optional && defaultValue === undefined) || limits.length > 0,
  );
}

/** Whether a function turns it into its definition: for records of files always, for parts when something changes. */
export function definesItself(declaration: Declaration): boolean {
  return isList(declaration) || isSingle(declaration) || changesWithin(declaration);
}

/** Parts stand before what they are part of. */
export function inOrderOfUse(declarations: readonly Declaration[]): Declaration[] {
  const ordered = new Set<Declaration>();
  const visit = (declaration: Declaration): void => {
    if (ordered.has(declaration)) return;
    const contents =
      declaration.kind === 'choice' ? declaration.cases.map((each) => each.declaration) : [declaration];
    if (declaration.kind === 'choice') contents.forEach(visit);
    else for (const { type } of declaration.fields) partsOf(type).forEach(visit);
    ordered.add(declaration);
  };
  declarations.forEach(visit);
  return [...ordered];
}

function partsOf(type: ContentType): Declaration[] {
  if (type.kind === 'list') return partsOf(type.element);
  return type.kind === 'part' || type.kind === 'choice' ? [type.declaration] : [];
}

/** As people write it: 65_535. */
export function numeral(value: number): string {
  const [whole, fraction] = String(value).split('.');
  const grouped = whole!.length > 4 ? whole!.replace(/\B(?=(\d{3})+$)/g, '_') : whole!;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
