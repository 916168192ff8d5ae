// Enums and flags: members unique, values fitting their integer.

import type { EnumModel, MemberModel } from '../model/schema-model.js';
import type { EnumSyntax } from '../syntax/syntax-tree.js';
import { checkLifetime, checkReserved } from './check-notes.js';
import { checkMemberName, checkUnique } from './names.js';
import type { Scope } from './scope.js';

const widths: Readonly<Record<string, 1 | 2 | 4>> = { u8: 1, u16: 2, u32: 4 };

export function checkEnum(scope: Scope, syntax: EnumSyntax, file: string): EnumModel {
  const { source } = syntax;
  let bytes = widths[syntax.base.text];
  if (bytes === undefined) {
    scope.report(
      source,
      syntax.base.span,
      `'${syntax.base.text}' cannot hold ${syntax.kind}`,
      'u8, u16 or u32',
    );
    bytes = 4;
  }
  if (syntax.members.length === 0) {
    scope.report(source, syntax.name.span, `the ${syntax.kind} '${syntax.name.text}' has no members`);
  }
  checkUnique(
    scope,
    source,
    syntax.members.map((member) => member.name),
    'member',
  );
  const isFlags = syntax.kind === 'flags';
  const valueMax = isFlags ? bytes * 8 - 1 : 2 ** (bytes * 8) - 1;
  const what = isFlags ? 'the number of a bit' : "a member's value";
  const members: MemberModel[] = [];
  const reserved = checkReserved(scope, source, syntax.reserved, what, [0, valueMax]);
  const owners = new Map<number, string>();
  for (const member of syntax.members) {
    checkMemberName(scope, source, member.name, 'a member');
    const value = scope.integer(source, member.value, what, 0, valueMax);
    if (value === undefined) continue;
    const owner = owners.get(value);
    if (owner !== undefined) {
      const noun = isFlags ? 'bit' : 'value';
      scope.report(source, member.value.span, `the ${noun} ${value} belongs to '${owner}' already`);
    }
    if (reserved.includes(value)) {
      scope.report(source, member.value.span, `the ${isFlags ? 'bit' : 'value'} ${value} is reserved`);
    }
    owners.set(value, member.name.text);
    const lifetime = checkLifetime(scope, source, member.notes);
    members.push({ name: member.name.text, doc: member.doc, value, ...lifetime });
  }
  return { kind: syntax.kind, name: syntax.name.text, doc: syntax.doc, file, bytes, members, reserved };
}
