// What of a record's fields only shows beside the others: limits by another field, references that need the map's name,
// names that change with the unit; and where Tiled keeps the record.

import {
  objectShapes,
  type ContentFieldModel,
  type ContentModel,
  type ContentType,
  type TiledUse,
} from '../../model/content-model.js';
import type { ContentFieldSyntax, ContentSyntax, Name, TiledSyntax } from '../../syntax/syntax-tree.js';
import { nameHint } from '../../text/nearest-name.js';
import type { SourceText } from '../../text/source-text.js';
import type { Scope } from '../scope/scope.js';

const grey = '#a0a0a4';

export function checkTiled(scope: Scope, source: SourceText, written: TiledSyntax): TiledUse | undefined {
  if (written.use !== 'object') return written;
  const { className, span, colour = grey } = written;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(className))
    scope.report(source, span, `"${className}" is no class of objects`, 'lower case words joined by -');
  if (!/^#[0-9a-f]{6}$/.test(colour))
    scope.report(source, span, `"${colour}" is no colour`, 'as in colour "#2e7d32"');
  const shape = objectShapes.find((each) => each === written.shape.text);
  if (shape !== undefined) return { use: 'object', className, shape, colour };
  const hint = nameHint(written.shape.text, objectShapes);
  scope.report(source, written.shape.span, `'${written.shape.text}' is no shape of objects`, hint);
  return undefined;
}

/** `syntax` is what `model` was made of. */
export function checkBetweenFields(scope: Scope, syntax: ContentSyntax, model: ContentModel): void {
  for (const written of syntax.fields) {
    const field = model.fields.find(({ name }) => name === written.name.text);
    if (field === undefined) continue;
    if (holdsSeconds(field.type) && !field.name.endsWith('Seconds')) {
      const hint = `as in ${field.name}Seconds, which rules get as ${field.name}Ticks`;
      scope.report(syntax.source, written.name.span, 'the name of a field of seconds ends in Seconds', hint);
    }
    checkLimits(scope, syntax.source, written, field, model.fields);
    checkOnce(scope, syntax.source, written, field);
    checkMapField(scope, syntax, written, model);
  }
}

export function holdsSeconds(type: ContentType): boolean {
  return type.kind === 'seconds' || (type.kind === 'list' && holdsSeconds(type.element));
}

function checkLimits(
  scope: Scope,
  source: SourceText,
  written: ContentFieldSyntax,
  field: ContentFieldModel,
  fields: readonly ContentFieldModel[],
): void {
  for (const { field: name } of written.limits) {
    if (!isNumber(field))
      scope.report(source, name.span, `'${field.name}' is no number that is always there`);
    const numbers = fields.filter((each) => isNumber(each) && each !== field).map((each) => each.name);
    if (numbers.includes(name.text)) continue;
    const hint = nameHint(name.text, numbers);
    scope.report(source, name.span, `no other field '${name.text}' is a number that is always there`, hint);
  }
}

/** The entries have what is to be in them once: each a part, or some case of a choice. */
function checkOnce(
  scope: Scope,
  source: SourceText,
  { once }: ContentFieldSyntax,
  { name: fieldName, type }: ContentFieldModel,
): void {
  const fields = type.kind === 'list' ? fieldsOf(type.element) : [];
  for (const name of once) {
    if (fields.includes(name.text)) continue;
    const hint =
      fields.length === 0 ? 'lists of references and words have each once' : nameHint(name.text, fields);
    scope.report(source, name.span, `the entries of '${fieldName}' have no field '${name.text}'`, hint);
  }
}

function fieldsOf(type: ContentType): string[] {
  if (type.kind === 'part') return type.declaration.fields.map(({ name }) => name);
  if (type.kind !== 'choice') return [];
  const { cases } = type.declaration;
  return ['kind', ...new Set(cases.flatMap(({ declaration }) => declaration.fields.map(({ name }) => name)))];
}

function isNumber({ type, optional, defaultValue }: ContentFieldModel): boolean {
  if (optional && defaultValue === undefined) return false;
  return type.kind === 'integer' || type.kind === 'number' || type.kind === 'seconds';
}

/** What stands on a map is named together with the map, unless the reference stands on the same one. */
function checkMapField(
  scope: Scope,
  { source, tiled }: ContentSyntax,
  written: ContentFieldSyntax,
  { fields }: ContentModel,
): void {
  const type = written.type.kind === 'list' ? written.type.element : written.type;
  const field = fields.find(({ name }) => name === written.name.text)!;
  if (type.kind !== 'ref' || referenceOf(field.type)?.to.kind !== 'object') return;
  const maps = fields.filter((each) => each.type.kind === 'ref' && each.type.to.kind === 'map');
  const of: Name | undefined = type.of;
  if (of === undefined ? tiled !== undefined : maps.some(({ name }) => name === of.text)) return;
  const names = maps.map(({ name }) => name);
  if (of === undefined)
    scope.report(source, type.span, 'on which map?', `as in ref ${type.target.text} of targetMap`);
  else scope.report(source, of.span, `'${of.text}' is no field that names a map`, nameHint(of.text, names));
}

function referenceOf(type: ContentType): (ContentType & { kind: 'ref' }) | undefined {
  if (type.kind === 'list') return referenceOf(type.element);
  return type.kind === 'ref' ? type : undefined;
}
