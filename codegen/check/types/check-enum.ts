// Enums and flags: members unique, values fitting their integer.

import type { EnumModel, MemberModel } from '../../model/schema-model.js';
import type { EnumSyntax } from '../../syntax/syntax-tree.js';
import { checkReserved } from '../scope/check-notes.js';
import { checkMemberName, checkUnique } from '../scope/names.js';
import type { Scope } from '../scope/scope.js';

const widths: Readonly<Record<string, 1 | 2 | 4>> = { u8: 1, u16: 2, u32: 4 };

export function checkEnum(scope: Scope, syntax: EnumSyntax, file: string): EnumModel {
  const { source, kind, name } = syntax;
  const bytes = checkWidth(scope, syntax);
  if (syntax.members.length === 0) {
    scope.report(source, name.span, `the ${kind} '${name.text}' has no members`);
  }
  checkUnique(
    scope,
    source,
    syntax.members.map((member) => member.name),
    'member',
  );
  const valueMax = kind === 'flags' ? bytes * 8 - 1 : 2 ** (bytes * 8) - 1;
  const what = kind === 'flags' ? 'the number of a bit' : "a member's value";
  const reserved = checkReserved(scope, source, syntax.reserved, what, [0, valueMax]);
  const members = checkMembers(scope, syntax, { what, valueMax, reserved });
  return { kind, name: name.text, doc: syntax.doc, file, bytes, members, reserved };
}

function checkWidth(scope: Scope, { source, kind, base }: EnumSyntax): 1 | 2 | 4 {
  const bytes = widths[base.text];
  if (bytes === undefined) {
    scope.report(source, base.span, `'${base.text}' cannot hold ${kind}`, 'u8, u16 or u32');
  }
  return bytes ?? 4;
}

interface ValueRules {
  readonly what: string;
  readonly valueMax: number;
  readonly reserved: readonly number[];
}

function checkMembers(
  scope: Scope,
  { source, kind, members }: EnumSyntax,
  { what, valueMax, reserved }: ValueRules,
): MemberModel[] {
  const noun = kind === 'flags' ? 'bit' : 'value';
  const owners = new Map<number, string>();
  return members.flatMap(({ name, doc, value: written }) => {
    checkMemberName(scope, source, name, 'a member');
    const value = scope.integer(source, written, what, 0, valueMax);
    if (value === undefined) return [];
    const owner = owners.get(value);
    if (owner !== undefined) {
      scope.report(source, written.span, `the ${noun} ${value} belongs to '${owner}' already`);
    }
    if (reserved.includes(value)) {
      scope.report(source, written.span, `the ${noun} ${value} is reserved`);
    }
    owners.set(value, name.text);
    return [{ name: name.text, doc, value }];
  });
}
