// The type of a content field: known, bounded, its references leading somewhere.

import { toNumber } from '../../model/rational.js';
import type { ChoiceModel, ContentModel, ContentType, ReferenceTarget } from '../../model/content-model.js';
import type { EnumModel } from '../../model/schema-model.js';
import type { ContentSyntax, ContentTypeSyntax, Name } from '../../syntax/syntax-tree.js';
import { nameHint } from '../../text/nearest-name.js';
import type { SourceText } from '../../text/source-text.js';
import type { Scope } from '../scope/scope.js';

const idMax = 0xffff;
const textMax = 10_000;
const listMax = 1_000;

/** What a name stands for in content; undefined when it is reported or names nothing of the kind. */
export interface ContentNames {
  enumByName(source: SourceText, name: Name): EnumModel | undefined;
  contentByName(source: SourceText, name: Name): ContentModel | ChoiceModel | undefined;
}

export function checkContentType(
  scope: Scope,
  source: SourceText,
  type: ContentTypeSyntax,
  names: ContentNames,
): ContentType | undefined {
  switch (type.kind) {
    case 'named':
      return checkNamed(scope, source, type, names);
    case 'text': {
      const lengthMax = scope.integer(source, type.max, 'the most characters', 1, textMax);
      const lengthMin =
        type.min === undefined || lengthMax === undefined
          ? 0
          : scope.integer(source, type.min, 'the fewest characters', 0, lengthMax);
      if (lengthMin === undefined || lengthMax === undefined) return undefined;
      return { kind: 'text', lengthMin, lengthMax };
    }
    case 'ref':
      return checkRef(scope, source, type);
    case 'list': {
      const countMax = scope.integer(source, type.max, 'the most elements', 1, listMax);
      const countMin =
        type.min === undefined || countMax === undefined
          ? 0
          : scope.integer(source, type.min, 'the fewest elements', 0, countMax);
      const element = checkContentType(scope, source, type.element, names);
      if (countMin === undefined || countMax === undefined || element === undefined) return undefined;
      return { kind: 'list', element, countMin, countMax };
    }
  }
}

function checkNamed(
  scope: Scope,
  source: SourceText,
  type: ContentTypeSyntax & { kind: 'named' },
  names: ContentNames,
): ContentType | undefined {
  const { name, range } = type;
  if (name.text === 'integer' || name.text === 'number' || name.text === 'seconds')
    return checkNumber(scope, source, type, name.text);
  if (range !== undefined) scope.report(source, range.span, `'${name.text}' takes no range`);
  if (name.text === 'id') return { kind: 'id', min: 1, max: idMax };
  if (name.text === 'key' || name.text === 'bool') return { kind: name.text };
  const kind = scope.declarations.get(name.text)?.syntax.kind;
  if (kind === 'enum') {
    const declaration = names.enumByName(source, name);
    return declaration && { kind: 'enum', declaration };
  }
  if (kind === 'content' || kind === 'choice') {
    const declaration = names.contentByName(source, name);
    if (declaration === undefined) return undefined;
    if (declaration.kind === 'choice') return { kind: 'choice', declaration };
    if (declaration.source === '' && declaration.tiled === undefined) return { kind: 'part', declaration };
    const lies = declaration.source === '' ? 'belongs to maps' : 'lies in a file of its own';
    scope.report(source, name.span, `'${name.text}' ${lies}`, `write ref ${name.text}`);
    return undefined;
  }
  const known = [...contentTypeNames, ...scope.namesOf('enum', 'content', 'choice')];
  scope.report(source, name.span, `content knows no type '${name.text}'`, nameHint(name.text, known));
  return undefined;
}

const contentTypeNames = ['id', 'key', 'integer', 'number', 'seconds', 'bool', 'text', 'ref'];

function checkNumber(
  scope: Scope,
  source: SourceText,
  { name, range }: ContentTypeSyntax & { kind: 'named' },
  kind: 'integer' | 'number' | 'seconds',
): ContentType | undefined {
  if (range === undefined) {
    scope.report(source, name.span, `${kind} needs a range`, `as in ${kind}(0 .. 100)`);
    return undefined;
  }
  if (kind === 'integer') {
    const most = Number.MAX_SAFE_INTEGER;
    const min = scope.integer(source, range.min, 'the lowest value', -most, most);
    const max = scope.integer(source, range.max, 'the highest value', -most, most);
    return min === undefined || max === undefined
      ? undefined
      : bounded(scope, source, range, { kind, min, max });
  }
  const min = scope.evaluate(source, range.min);
  const max = scope.evaluate(source, range.max);
  if (min === undefined || max === undefined) return undefined;
  return bounded(scope, source, range, { kind, min: toNumber(min), max: toNumber(max) });
}

function bounded(
  scope: Scope,
  source: SourceText,
  range: { readonly span: { readonly start: number; readonly end: number } },
  type: ContentType & { kind: 'integer' | 'number' | 'seconds' },
): ContentType | undefined {
  if (type.min < type.max) return type;
  scope.report(source, range.span, `the range ${type.min} .. ${type.max} is empty`);
  return undefined;
}

/** Records with a key can be referred to, maps, and what stands on them under a name. */
function checkRef(
  scope: Scope,
  source: SourceText,
  { target, of }: ContentTypeSyntax & { kind: 'ref' },
): ContentType | undefined {
  const declared = scope.declarations.get(target.text)?.syntax;
  if (declared?.kind !== 'content') {
    const hint = nameHint(target.text, scope.namesOf('content'));
    scope.report(source, target.span, `no content is named '${target.text}'`, hint);
    return undefined;
  }
  const to = targetOf(declared, of?.text);
  if (to === undefined) {
    const hint = 'it needs a file with a list of records and a field of type key';
    scope.report(source, target.span, `'${target.text}' cannot be referred to`, hint);
  } else if (of !== undefined && to.kind !== 'object')
    scope.report(source, of.span, `'${target.text}' stands on no map`, "leave out 'of'");
  return to && { kind: 'ref', target: target.text, to };
}

function targetOf(declared: ContentSyntax, mapField: string | undefined): ReferenceTarget | undefined {
  const { file, single, tiled, fields } = declared;
  if (tiled?.use === 'map') return { kind: 'map' };
  if (tiled?.use === 'object') return { kind: 'object', className: tiled.className, mapField };
  const hasKey = fields.some(({ type }) => type.kind === 'named' && type.name.text === 'key');
  return file !== undefined && !single && hasKey ? { kind: 'record', source: file } : undefined;
}
