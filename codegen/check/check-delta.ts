// Delta records: plain fields only, so that a baseline is cheap to keep and compare, and a header of at most 32 bits.

import { deltaLayout } from '../model/delta-layout.js';
import type { FieldModel, RecordModel } from '../model/schema-model.js';
import type { RecordSyntax } from '../syntax/syntax-tree.js';
import type { Scope } from './scope/scope.js';

export function checkDelta(scope: Scope, syntax: RecordSyntax, record: RecordModel): void {
  if (syntax.delta === undefined) return;
  const spans = new Map(
    syntax.groups.flatMap((group) => group.fields.map(({ name, type }) => [name.text, type.span] as const)),
  );
  const fields = record.groups.flatMap((group) => group.fields);
  for (const field of fields.filter((candidate) => !isPlain(candidate))) {
    const message = `'${field.name}' cannot be compared with a baseline at little cost`;
    const hint = 'a delta record holds numbers, enums, flags, strings and bytes; others travel beside it';
    scope.report(syntax.source, spans.get(field.name) ?? syntax.name.span, message, hint);
  }
  const layout = deltaLayout(record);
  if (layout.headerBits > 32) {
    const message = `the groups of '${record.name}' and their forms need ${layout.headerBits} bits, but a header has 32`;
    scope.report(syntax.source, syntax.delta, message, 'join groups that change together');
  }
  if (layout.groups.every((group) => group.differenceBit === undefined)) {
    const message = `nothing in '${record.name}' is shorter as a difference`;
    const hint = "leave 'delta' out; it is for numbers of two bytes and more";
    scope.report(syntax.source, syntax.delta, message, hint);
  }
}

function isPlain({ type }: FieldModel): boolean {
  return !['array', 'deltaList', 'struct', 'union', 'bits', 'record'].includes(type.kind);
}
