// Lists of delta records: `delta Record[..n]`, in packets alone, of records whose fields fit into columns.

import type { DeltaListType, FieldType, RecordModel } from '../../model/schema-model.js';
import type { FieldSyntax, Name, TypeSyntax } from '../../syntax/syntax-tree.js';
import { nameHint } from '../../text/nearest-name.js';
import type { SourceText } from '../../text/source-text.js';
import type { DeclaredTypes } from './declared-types.js';
import type { Scope } from '../scope/scope.js';

/** No count or place needs more than two bytes. */
const sizeMax = 0xffff;

/** Undefined when it is wrong, which is then reported. */
export function checkDeltaList(
  scope: Scope,
  source: SourceText,
  { record: name, size: expression }: TypeSyntax & { kind: 'deltaList' },
  declaredTypes: DeclaredTypes,
): DeltaListType | undefined {
  const size = scope.integer(source, expression, 'the number of records', 1, sizeMax);
  if (scope.declarations.get(name.text)?.syntax.kind !== 'record') {
    const hint = nameHint(name.text, scope.namesOf('record'));
    scope.report(source, name.span, `no record is named '${name.text}'`, hint);
    return undefined;
  }
  const type = declaredTypes(source, { kind: 'named', name, span: name.span });
  if (type?.kind !== 'record' || size === undefined) return undefined;
  const { declaration } = type;
  if (!declaration.delta) {
    scope.report(source, name.span, `'${name.text}' has no second form`, `write 'record ${name.text} delta'`);
    return undefined;
  }
  checkColumns(scope, source, name, declaration);
  return { kind: 'deltaList', declaration, size };
}

function checkColumns(scope: Scope, source: SourceText, name: Name, { groups }: RecordModel): void {
  const misfit = groups.flatMap((group) => group.fields).find(({ type }) => !fitsColumn(type));
  if (misfit !== undefined) {
    const hint = 'a list of delta records holds numbers, enums and flags; others travel beside it';
    scope.report(source, name.span, `'${misfit.name}' of '${name.text}' has no place in a column`, hint);
  }
  const columns = `${name.text}Columns`;
  if (!scope.declarations.has(columns)) return;
  const message = `generated code names the columns of '${name.text}' '${columns}', which is declared already`;
  scope.report(source, name.span, message, 'rename one of the two');
}

function fitsColumn({ kind }: FieldType): boolean {
  return kind !== 'string' && kind !== 'bytes';
}

/** Of a struct or group: only a packet knows a baseline. */
export function refuseDeltaLists(scope: Scope, source: SourceText, fields: readonly FieldSyntax[]): void {
  for (const { type } of fields) {
    if (type.kind !== 'deltaList') continue;
    scope.report(source, type.span, 'only packets hold lists of delta records', 'move it into the packet');
  }
}

/** Of a packet: such a list is empty when nothing changed. */
export function refuseOptionalDeltaLists(
  scope: Scope,
  source: SourceText,
  fields: readonly FieldSyntax[],
): void {
  for (const { type, optional } of fields) {
    if (type.kind !== 'deltaList' || !optional) continue;
    scope.report(source, type.span, 'a list of delta records is never optional', 'it may be empty');
  }
}
