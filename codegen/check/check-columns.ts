// Whether what a frame is copied from is of the field's own type: told where it is written, instead of by the compiler in
// all that follows from it.

import type { FrameModel, SourceModel } from '../model/frame-model.js';
import type { FieldType } from '../model/schema-model.js';
import type { FrameSyntax, SourceSyntax } from '../syntax/syntax-tree.js';
import { nameHint } from '../text/nearest-name.js';
import type { SourceText } from '../text/source-text.js';
import type { Scope } from './scope/scope.js';

/** By component, as the layouts of the domain say: the type of each column, as 'u8'. */
export type ColumnTypes = ReadonlyMap<string, ComponentTypes>;

export interface ComponentTypes {
  readonly types: ReadonlyMap<string, string>;
  /** It has no other columns. */
  readonly isWhole: boolean;
}

interface Read {
  readonly name: string;
  readonly type: FieldType;
  readonly model: SourceModel;
  readonly written: SourceSyntax;
  readonly source: SourceText;
}

export function checkColumns(scope: Scope, frame: FrameModel, syntax: FrameSyntax, known: ColumnTypes): void {
  for (const read of readsOf(scope, frame, syntax)) checkRead(scope, read, known);
}

function checkRead(scope: Scope, read: Read, known: ColumnTypes): void {
  const { model, written, source, name, type } = read;
  const component = known.get(model.component);
  if (component === undefined) {
    const message = `no component is named '${model.component}'`;
    scope.report(source, written.component.span, message, nameHint(model.component, [...known.keys()]));
    return;
  }
  const column = component.types.get(model.column);
  if (column === undefined) {
    if (!component.isWhole) return;
    const message = `the component '${model.component}' has no column '${model.column}'`;
    scope.report(source, written.column!.span, message, nameHint(model.column, [...component.types.keys()]));
    return;
  }
  const wanted = widthOf(type);
  if (type.kind === 'quantized' || model.rounding !== 'none' || wanted === column) return;
  scope.report(
    source,
    written.column!.span,
    `'${name}' is kept as ${wanted}, but ${model.component}.${model.column} as ${column}`,
    column === 'f64' && type.kind === 'integer'
      ? `let it be rounded: from ${model.component}.${model.column} down, or up; or make the column ${wanted}`
      : `make the column ${wanted}, or leave 'from' out and let a rule give it`,
  );
}

function readsOf(scope: Scope, frame: FrameModel, syntax: FrameSyntax): Read[] {
  const record = scope.declarations.get(syntax.record.text)?.syntax;
  const packet = scope.declarations.get(syntax.packet.text)?.syntax;
  if (record?.kind !== 'record' || packet?.kind !== 'packet') return [];
  const inRecord = record.groups.flatMap(({ fields }) => fields);
  const written = [
    ...inRecord.map(({ name, notes }) => ({ name, from: notes.from, of: record })),
    ...packet.fields.map(({ name, notes }) => ({ name, from: notes.from, of: packet })),
    ...syntax.fields.map(({ name, from }) => ({ name, from, of: syntax })),
  ];
  const models = [
    ...frame.record.groups.flatMap(({ fields }) => fields),
    ...frame.packet.fields,
    ...frame.fields,
  ];
  return written.flatMap(({ name, from, of }, i) => {
    const { type, source: model } = models[i]!;
    if (from === undefined || model === undefined || model === 'entity') return [];
    return [{ name: `${of.name.text}.${name.text}`, type, model, written: from, source: of.source }];
  });
}

/** Of what a frame holds, see `widthOf` of the frame's columns. */
function widthOf(type: FieldType): string {
  switch (type.kind) {
    case 'integer':
      return `${type.signed ? 'i' : 'u'}${bitsOf(type.bytes)}`;
    case 'enum':
    case 'flags':
      return `u${bitsOf(type.declaration.bytes)}`;
    case 'angle':
      return `u${bitsOf(type.bytes)}`;
    default:
      return 'u8';
  }
}

function bitsOf(bytes: number): number {
  return bytes === 3 ? 32 : bytes * 8;
}
