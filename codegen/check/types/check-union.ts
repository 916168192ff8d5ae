// Unions: cases and tags unique, each case a struct or nothing but its tag.

import type { CaseModel, StructModel, UnionModel } from '../../model/schema-model.js';
import { unionSize } from '../../model/wire-size.js';
import type { Name, UnionSyntax } from '../../syntax/syntax-tree.js';
import { checkMemberName, checkUnique } from '../scope/names.js';
import type { Scope } from '../scope/scope.js';

/** The struct of that name; reports and returns undefined when there is none. */
export type StructByName = (name: Name) => StructModel | undefined;

export function checkUnion(
  scope: Scope,
  syntax: UnionSyntax,
  file: string,
  structByName: StructByName,
): UnionModel {
  const { source } = syntax;
  const names = syntax.cases.map((each) => each.name);
  checkUnique(scope, source, names, 'case');
  if (names.length === 0)
    scope.report(source, syntax.name.span, `the union '${syntax.name.text}' has no cases`);
  const kindName = `${syntax.name.text}Kind`;
  if (scope.declarations.has(kindName)) {
    const message = `generated code names the tags of '${syntax.name.text}' '${kindName}', which is declared already`;
    scope.report(source, syntax.name.span, message, 'rename one of the two');
  }
  const cases: CaseModel[] = [];
  const owners = new Map<number, string>();
  for (const { name, tag: expression, type, doc } of syntax.cases) {
    checkMemberName(scope, source, name, 'a case');
    if (name.text === 'kind') {
      scope.report(source, name.span, "'kind' names the tag in generated code; choose another name");
    }
    const tag = scope.integer(source, expression, 'a tag', 0, 255);
    const declaration = type && structByName(type);
    if (tag === undefined || (type !== undefined && declaration === undefined)) continue;
    const owner = owners.get(tag);
    if (owner !== undefined)
      scope.report(source, expression.span, `the tag ${tag} belongs to '${owner}' already`);
    owners.set(tag, name.text);
    cases.push({ name: name.text, doc, tag, declaration });
  }
  const size = cases.length === 0 ? { min: 1, max: 1 } : unionSize(cases);
  return { kind: 'union', name: syntax.name.text, doc: syntax.doc, file, cases, size };
}
