// Facts: known roles, each once; told to somebody whom the fact names; numbers that belong to one fact for good.

import {
  factAudiences,
  factRoleNames,
  factRoles,
  type FactAudience,
  type FactFieldModel,
  type FactModel,
  type FactRoleName,
} from '../model/fact-model.js';
import type { EnumModel } from '../model/schema-model.js';
import type { FactSyntax, FileSyntax, Name } from '../syntax/syntax-tree.js';
import { nameHint } from '../text/nearest-name.js';
import { checkTypeName, checkUnique } from './scope/names.js';
import type { Scope } from './scope/scope.js';

/** What each audience is found by: one of these must be among the fact's numbers. */
const foundBy: Readonly<Record<FactAudience, readonly FactRoleName[]>> = {
  actor: ['actor'],
  subject: ['subject'],
  seeing: ['subject', 'actor'],
  party: ['actor', 'subject'],
  map: ['map', 'subject', 'actor'],
  operators: [],
};

export function checkFact(
  scope: Scope,
  syntax: FactSyntax,
  file: string,
  enumByName: (name: Name) => EnumModel | undefined,
): FactModel {
  const { source, name, doc, durable, words } = syntax;
  checkTypeName(scope, source, name, 'a fact');
  if (doc === '') {
    const hint = "say what happened in a '///' above: readers of the journal have nothing else";
    scope.report(source, name.span, `the fact '${name.text}' is not described`, hint);
  }
  const number = scope.integer(source, syntax.number, "a fact's number", 1, 255) ?? 0;
  const fields = checkFactFields(scope, syntax, enumByName);
  const told = checkTold(scope, syntax);
  if (durable && !fields.some(({ role }) => role === 'actor' || role === 'subject')) {
    const hint = "add 'actor' or 'subject': the journal files it under a character";
    scope.report(source, name.span, `the durable fact '${name.text}' names nobody`, hint);
  }
  return { kind: 'fact', name: name.text, doc, file, number, told, durable, words, fields };
}

function checkFactFields(
  scope: Scope,
  { source, fields }: FactSyntax,
  enumByName: (name: Name) => EnumModel | undefined,
): FactFieldModel[] {
  const names = fields.map((field) => field.role);
  checkUnique(scope, source, names, 'role');
  return fields.flatMap(({ role: written, type, doc }): FactFieldModel[] => {
    const role = factRoleNames.find((candidate) => candidate === written.text);
    if (role === undefined) {
      const hint = nameHint(written.text, factRoleNames);
      scope.report(source, written.span, `'${written.text}' is no role of a fact's number`, hint);
      return [];
    }
    if (factRoles[role].coded !== (type !== undefined)) {
      const problem =
        type === undefined
          ? `'${role}' does not say of which enum it is`
          : `'${role}' is a number and takes no enum`;
      const hint = type === undefined ? `as in '${role}: CombatOutcome'` : undefined;
      scope.report(source, (type ?? written).span, problem, hint);
      return [];
    }
    if (type === undefined) return [{ role, doc, declaration: undefined }];
    const declaration = enumByName(type);
    if (declaration === undefined) return [];
    if (declaration.bytes > 1) {
      scope.report(
        source,
        type.span,
        `${declaration.name} needs ${declaration.bytes} bytes, '${role}' has one`,
      );
    }
    return [{ role, doc, declaration }];
  });
}

function checkTold(scope: Scope, { source, name, told, fields }: FactSyntax): FactAudience[] {
  if (told === undefined) {
    const hint = `as in 'told subject, seeing', or 'told nobody'`;
    scope.report(source, name.span, `the fact '${name.text}' does not say who is told`, hint);
    return [];
  }
  checkUnique(scope, source, told, 'audience');
  const nobody = told.find((word) => word.text === 'nobody');
  if (nobody !== undefined && told.length > 1) {
    scope.report(source, nobody.span, "'nobody' stands alone", 'leave it out, or all others');
  }
  const roles = fields.map((field) => field.role.text);
  return told.flatMap((word) => {
    if (word.text === 'nobody') return [];
    const audience = factAudiences.find((candidate) => candidate === word.text);
    if (audience === undefined) {
      const hint = nameHint(word.text, [...factAudiences, 'nobody']);
      scope.report(source, word.span, `'${word.text}' names nobody who could be told`, hint);
      return [];
    }
    const needed = foundBy[audience];
    if (needed.length > 0 && !needed.some((role) => roles.includes(role))) {
      const hint = `add ${needed.map((role) => `'${role}'`).join(' or ')} to its numbers`;
      scope.report(source, word.span, `'${audience}' cannot be found from '${name.text}'`, hint);
    }
    return [audience];
  });
}

/** Over all files; and a file with facts holds no packets and no content. */
export function checkFactNumbers(
  scope: Scope,
  files: readonly FileSyntax[],
  facts: readonly FactModel[],
): void {
  const owners = new Map<number, string>();
  for (const { source, declarations } of files) {
    for (const syntax of declarations) {
      if (syntax.kind !== 'fact') continue;
      const number = facts.find((fact) => fact.name === syntax.name.text)?.number ?? 0;
      const owner = owners.get(number);
      if (owner !== undefined && number !== 0) {
        scope.report(source, syntax.number.span, `the number ${number} belongs to '${owner}' already`);
      }
      owners.set(number, syntax.name.text);
    }
    const hasFacts = declarations.some((syntax) => syntax.kind === 'fact');
    const other = declarations.find((syntax) => !['fact', 'enum', 'const'].includes(syntax.kind));
    if (!hasFacts || other === undefined) continue;
    const message = `a ${other.kind} stands among facts`;
    scope.report(
      source,
      other.name.span,
      message,
      'facts stand in a file of their own, with enums and constants',
    );
  }
}
