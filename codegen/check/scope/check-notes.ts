// What is said behind groups and fields, and which numbers are reserved.

import type { FieldSource, GroupPriority, SourceModel } from '../../model/frame-model.js';
import type { FieldType } from '../../model/schema-model.js';
import type { GroupSyntax, ReservedSyntax, SourceSyntax } from '../../syntax/syntax-tree.js';
import { nameHint } from '../../text/nearest-name.js';
import type { SourceText, Span } from '../../text/source-text.js';
import { checkMemberName } from './names.js';
import type { Scope } from './scope.js';

const groupPriorities: readonly GroupPriority[] = ['low', 'normal'];

export function checkGroupNotes(
  scope: Scope,
  source: SourceText,
  { priority, stamp }: GroupSyntax,
): { readonly priority: GroupPriority; readonly stamp: SourceModel | undefined } {
  const found = groupPriorities.find((candidate) => candidate === priority?.text);
  if (priority !== undefined && found === undefined) {
    const hint = nameHint(priority.text, groupPriorities);
    scope.report(source, priority.span, `no priority of a group is named '${priority.text}'`, hint);
  }
  const dated = checkSource(scope, source, stamp);
  if (stamp !== undefined && (dated === 'entity' || stamp.rounding !== undefined)) {
    const hint = 'as in stamp identity.tick';
    scope.report(source, stamp.component.span, "a group's stamp is a column that is dated", hint);
  }
  return { priority: found ?? 'normal', stamp: dated === 'entity' ? undefined : dated };
}

/** The names are those of the domain, whose layouts a frame is held to (check-columns), and whose compiler knows the rest. */
export function checkSource(
  scope: Scope,
  source: SourceText,
  written: SourceSyntax | undefined,
): FieldSource | undefined {
  if (written === undefined) return undefined;
  const { component, column, rounding } = written;
  if (column === undefined) {
    if (component.text === 'entity') return 'entity';
    const hint = `write ${component.text}.column, or entity for the id of who is there`;
    scope.report(source, component.span, `'${component.text}' does not say which column`, hint);
    return undefined;
  }
  checkMemberName(scope, source, component, 'a component');
  checkMemberName(scope, source, column, 'a column');
  const direction = rounding?.text === 'up' || rounding?.text === 'down' ? rounding.text : 'none';
  return { component: component.text, column: column.text, rounding: direction };
}

export function checkText(
  scope: Scope,
  source: SourceText,
  written: Span | undefined,
  type: FieldType,
): boolean {
  if (written === undefined) return false;
  if (type.kind !== 'bytes' || !type.capped) {
    scope.report(source, written, "'text' is for bytes<..n>", 'a string is text already');
  }
  return true;
}

/** Numbers in `[min, max]`, each once; reports those that `owners` has. */
export function checkReserved(
  scope: Scope,
  source: SourceText,
  reserved: readonly ReservedSyntax[],
  what: string,
  [min, max]: readonly [number, number],
): number[] {
  const numbers = new Set<number>();
  for (const part of reserved.flatMap((entry) => entry.parts)) {
    const from = scope.integer(source, part.from, what, min, max);
    const to = part.to === part.from ? from : scope.integer(source, part.to, what, min, max);
    if (from === undefined || to === undefined) continue;
    if (to < from) scope.report(source, part.to.span, `the range ${from} .. ${to} is empty`);
    if (to - from > 0xffff) scope.report(source, part.to.span, 'a reserved range has at most 65,536 numbers');
    else for (let number = from; number <= to; number++) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}
