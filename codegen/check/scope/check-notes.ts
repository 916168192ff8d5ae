// What is said behind fields, members and packets: versions, units, how a client shows values in between.

import type { FieldSource, GroupPriority, SourceModel } from '../../model/frame-model.js';
import type { FieldType, Interpolation, Lifetime, Visibility } from '../../model/schema-model.js';
import type {
  GroupSyntax,
  Name,
  NotesSyntax,
  ReservedSyntax,
  SourceSyntax,
} from '../../syntax/syntax-tree.js';
import { nameHint } from '../../text/nearest-name.js';
import type { SourceText, Span } from '../../text/source-text.js';
import { checkMemberName } from './names.js';
import type { Scope } from './scope.js';

const interpolations: readonly Interpolation[] = ['none', 'linear', 'turn', 'step'];
const visibilities: readonly Visibility[] = ['everyone', 'owner', 'others', 'operators'];
const versionMax = 0xffff;

export function checkLifetime(scope: Scope, source: SourceText, notes: NotesSyntax): Lifetime {
  const since =
    notes.since === undefined ? 0 : (scope.integer(source, notes.since, 'a version', 1, versionMax) ?? 0);
  return { since, deprecated: notes.deprecated };
}

export function checkInterpolation(
  scope: Scope,
  source: SourceText,
  written: Name | undefined,
  type: FieldType,
): Interpolation {
  if (written === undefined) return 'none';
  const found = interpolations.find((candidate) => candidate === written.text);
  if (found === undefined) {
    const hint = nameHint(written.text, interpolations);
    scope.report(source, written.span, `'${written.text}' is no way to interpolate`, hint);
    return 'none';
  }
  const fits =
    found === 'linear' ? isNumber(type) : found === 'turn' ? type.kind === 'angle' || isWrapping(type) : true;
  if (!fits) {
    const needs = found === 'linear' ? 'a number' : 'an angle or a range that wraps';
    scope.report(source, written.span, `'${found}' is for ${needs}`);
  }
  return found;
}

export function checkVisibility(scope: Scope, source: SourceText, written: Name | undefined): Visibility {
  const found = visibilities.find((candidate) => candidate === written?.text);
  if (written !== undefined && found === undefined) {
    const hint = nameHint(written.text, visibilities);
    scope.report(source, written.span, `'${written.text}' names nobody who could be told`, hint);
  }
  return found ?? 'everyone';
}

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

/** The names are those of the domain, whose compiler knows whether they exist. */
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

function isNumber(type: FieldType): boolean {
  return type.kind === 'integer' || type.kind === 'float' || (type.kind === 'quantized' && !type.wrap);
}

function isWrapping(type: FieldType): boolean {
  return type.kind === 'quantized' && type.wrap;
}
