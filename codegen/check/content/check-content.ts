// Records of content: fields unique, defaults possible, editors that can show what they are given.

import { toNumber } from '../../model/rational.js';
import {
  editorHints,
  type ChoiceModel,
  type ContentFieldModel,
  type ContentModel,
  type ContentType,
  type EditorHint,
} from '../../model/content-model.js';
import type {
  ChoiceSyntax,
  ContentFieldSyntax,
  ContentSyntax,
  DefaultSyntax,
  Name,
} from '../../syntax/syntax-tree.js';
import { nameHint } from '../../text/nearest-name.js';
import type { SourceText } from '../../text/source-text.js';
import { checkBetweenFields, checkTiled, holdsSeconds } from './check-content-fields.js';
import { checkContentType, type ContentNames } from './content-types.js';
import { checkMemberName, checkTypeName, checkUnique } from '../scope/names.js';
import type { Scope } from '../scope/scope.js';

/** Which editors can show a type; the first is taken when none is written. */
const editorsOf: Readonly<Record<ContentType['kind'], readonly [EditorHint, ...EditorHint[]]>> = {
  id: ['readonly', 'number'],
  key: ['text', 'readonly'],
  integer: ['number', 'slider'],
  number: ['number', 'slider'],
  seconds: ['number', 'slider'],
  bool: ['checkbox', 'select'],
  text: ['text', 'multiline'],
  enum: ['select', 'search'],
  ref: ['search', 'select'],
  part: ['form'],
  choice: ['form', 'select'],
  list: ['list'],
};

export function checkContent(
  scope: Scope,
  syntax: ContentSyntax,
  file: string,
  names: ContentNames,
): ContentModel {
  const { source, name, doc } = syntax;
  checkTypeName(scope, source, name, 'a content');
  if (syntax.file !== undefined && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(syntax.file)) {
    const hint = 'the name without folder and .json, as in "loot-tables"';
    scope.report(source, name.span, `"${syntax.file}" is no name of a content file`, hint);
  }
  const fieldNames = syntax.fields.map((field) => field.name);
  for (const each of fieldNames) checkMemberName(scope, source, each, 'a field');
  checkUnique(scope, source, fieldNames, 'field');
  const fields = syntax.fields.flatMap((field) => checkField(scope, source, field, names) ?? []);
  const tiled = syntax.tiled && checkTiled(scope, source, syntax.tiled);
  const model: ContentModel = {
    ...{ kind: 'content', name: name.text, doc, file, source: syntax.file ?? '' },
    ...{ single: syntax.single, tiled, unread: syntax.unread, fields },
  };
  checkBetweenFields(scope, syntax, model);
  return model;
}

export function checkChoice(
  scope: Scope,
  syntax: ChoiceSyntax,
  file: string,
  names: ContentNames,
): ChoiceModel {
  const { source, name, doc } = syntax;
  checkTypeName(scope, source, name, 'a choice');
  const caseNames = syntax.cases.map((each) => each.name);
  checkUnique(scope, source, caseNames, 'case');
  if (caseNames.length === 0) scope.report(source, name.span, `the choice '${name.text}' has no cases`);
  const cases = syntax.cases.flatMap((each) => {
    checkMemberName(scope, source, each.name, 'a case');
    const declaration = partByName(scope, source, each.type, names);
    return declaration === undefined ? [] : [{ name: each.name.text, doc: each.doc, declaration }];
  });
  return { kind: 'choice', name: name.text, doc, file, cases };
}

function partByName(
  scope: Scope,
  source: SourceText,
  name: Name,
  names: ContentNames,
): ContentModel | undefined {
  if (scope.declarations.get(name.text)?.syntax.kind !== 'content') {
    const hint = nameHint(name.text, scope.namesOf('content'));
    scope.report(source, name.span, `no content is named '${name.text}'`, hint);
    return undefined;
  }
  const declaration = names.contentByName(source, name);
  if (declaration?.kind !== 'content') return undefined;
  if (declaration.source !== '') scope.report(source, name.span, `'${name.text}' lies in a file of its own`);
  if (declaration.tiled !== undefined) scope.report(source, name.span, `'${name.text}' belongs to maps`);
  if (declaration.fields.some((field) => field.name === 'kind')) {
    const message = `'${name.text}' has a field 'kind', which names the case`;
    scope.report(source, name.span, message, 'rename the field');
  }
  return declaration;
}

function checkField(
  scope: Scope,
  source: SourceText,
  field: ContentFieldSyntax,
  names: ContentNames,
): ContentFieldModel | undefined {
  const type = checkContentType(scope, source, field.type, names);
  if (type === undefined) return undefined;
  const defaultValue =
    field.defaultValue === undefined ? undefined : checkDefault(scope, source, field.defaultValue, type);
  if (field.optional && field.defaultValue !== undefined) {
    const hint = "leave out the '?'";
    scope.report(
      source,
      field.name.span,
      `'${field.name.text}' has a default, so it always has a value`,
      hint,
    );
  }
  return {
    name: field.name.text,
    doc: field.doc,
    optional: field.optional || field.defaultValue !== undefined,
    type,
    defaultValue,
    unit: field.unit ?? (holdsSeconds(type) ? 's' : ''),
    editor: checkEditor(scope, source, field.editor, type),
    unread: field.unread,
    once: field.once.map(({ text }) => text),
    limits: field.limits.map(({ relation, field: { text } }) => ({ relation, field: text })),
  };
}

function checkEditor(
  scope: Scope,
  source: SourceText,
  written: Name | undefined,
  type: ContentType,
): EditorHint {
  const fitting = editorsOf[type.kind];
  if (written === undefined) return fitting[0];
  const found = editorHints.find((hint) => hint === written.text);
  if (found !== undefined && fitting.includes(found)) return found;
  const problem = found === undefined ? 'is no editor' : `cannot show a field of type ${type.kind}`;
  scope.report(source, written.span, `'${written.text}' ${problem}`, nameHint(written.text, fitting));
  return fitting[0];
}

function checkDefault(
  scope: Scope,
  source: SourceText,
  written: DefaultSyntax,
  type: ContentType,
): string | number | boolean | undefined {
  const refuse = (what: string, hint?: string): undefined => {
    scope.report(source, written.span, what, hint);
  };
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'seconds': {
      if (written.kind !== 'number') return refuse('the default is no number');
      const value = scope.evaluate(source, written.value);
      if (value === undefined) return undefined;
      const number = toNumber(value);
      if (type.kind === 'integer' && !Number.isInteger(number)) return refuse(`${number} is no whole number`);
      if (number >= type.min && number <= type.max) return number;
      return refuse(`the default ${number} lies outside ${type.min} .. ${type.max}`);
    }
    case 'bool':
      if (written.kind === 'word' && /^(true|false)$/.test(written.text)) return written.text === 'true';
      return refuse('the default is neither true nor false');
    case 'enum': {
      const members = type.declaration.members.map((member) => member.name);
      if (written.kind === 'word' && members.includes(written.text)) return written.text;
      const word = written.kind === 'word' ? written.text : '';
      return refuse(`the default is no member of ${type.declaration.name}`, nameHint(word, members));
    }
    case 'text':
      if (written.kind !== 'text') return refuse('the default is no text', 'write it in quotes');
      if (written.text.length >= type.lengthMin && written.text.length <= type.lengthMax) return written.text;
      return refuse(`the default has ${written.text.length} characters`);
    default:
      return refuse(`a field of type ${type.kind} has no default`);
  }
}
