// The fields of a struct, group or packet: names unique, also those that generated code derives from them.

import type { FieldModel } from '../../model/schema-model.js';
import type { FieldSyntax, Name } from '../../syntax/syntax-tree.js';
import type { SourceText } from '../../text/source-text.js';
import { checkSource, checkText } from '../scope/check-notes.js';
import { checkType } from './check-type.js';
import type { DeclaredTypes } from './declared-types.js';
import { checkMemberName, checkUnique } from '../scope/names.js';
import type { Scope } from '../scope/scope.js';

export function checkFields(
  scope: Scope,
  source: SourceText,
  fields: readonly FieldSyntax[],
  declaredTypes: DeclaredTypes,
): FieldModel[] {
  checkFieldNames(scope, source, fields);
  return checkFieldTypes(scope, source, fields, declaredTypes);
}

/** Fields whose type is wrong are left out; they are reported. */
export function checkFieldTypes(
  scope: Scope,
  source: SourceText,
  fields: readonly FieldSyntax[],
  declaredTypes: DeclaredTypes,
): FieldModel[] {
  const models: FieldModel[] = [];
  for (const field of fields) {
    const type = checkType(scope, source, field.type, declaredTypes);
    if (type === undefined) continue;
    models.push({
      name: field.name.text,
      doc: field.doc,
      optional: field.optional,
      type,
      unit: field.notes.unit ?? '',
      source: checkSource(scope, source, field.notes.from),
      text: checkText(scope, source, field.notes.text, type),
      unstored: field.notes.unstored !== undefined,
    });
  }
  return models;
}

/** Of one flat name space: all fields that become members of one class. */
export function checkFieldNames(scope: Scope, source: SourceText, fields: readonly FieldSyntax[]): void {
  const names: Name[] = [];
  for (const field of fields) {
    checkMemberName(scope, source, field.name, 'a field');
    names.push(field.name);
  }
  checkUnique(scope, source, names, 'field');
  const declared = new Set(names.map((name) => name.text));
  for (const field of fields) {
    for (const derived of derivedNames(field)) {
      if (!declared.has(derived)) continue;
      const message = `'${field.name.text}' gets a companion named '${derived}' in generated code, which is a field already`;
      scope.report(source, field.name.span, message, 'rename one of the two');
    }
  }
}

/** `has<Name>`, `<name>Count` or `<name>Length`, where the field has one; four of a list of delta records. */
function derivedNames(field: FieldSyntax): string[] {
  const name = field.name.text;
  if (field.optional) return [`has${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  if (field.type.kind === 'array' && field.type.capped) return [`${name}Count`];
  if (field.type.kind === 'bytes' && field.type.capped) return [`${name}Length`];
  if (field.type.kind === 'deltaList')
    return [`${name}Count`, `${name}Places`, `${name}Masks`, `${name}Baseline`];
  return [];
}
