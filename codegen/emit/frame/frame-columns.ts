// The columns of a frame: from its record, its packet and itself, and the dates that follow from its groups.

import type { FieldSource, FrameModel } from '../../model/frame-model.js';
import type { FieldModel, FieldType, GroupModel, ScalarType } from '../../model/schema-model.js';
import { lengthName, upperFirst } from '../typescript/derived-names.js';
import { scalarBytes } from '../typescript/scalar-code.js';
import { describeType } from '../typescript/type-names.js';

export type Width = 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32';

export const arrayOfWidth: Readonly<Record<Width, string>> = {
  u8: 'Uint8Array',
  i8: 'Int8Array',
  u16: 'Uint16Array',
  i16: 'Int16Array',
  u32: 'Uint32Array',
  i32: 'Int32Array',
};

export interface ColumnModel {
  readonly name: string;
  readonly doc: string;
  readonly width: Width;
  /** Elements for each row, more than one for bytes. */
  readonly lanes: number;
}

/** A number that a frame holds of each row. */
export interface ValueModel {
  readonly column: string;
  readonly doc: string;
  readonly type: ScalarType;
  readonly source: FieldSource | undefined;
}

export const groupTick = (group: { readonly name: string }): string => `${group.name}Tick`;
export const ownName = (field: { readonly name: string }): string => `own${upperFirst(field.name)}`;

export function groupFields({ record }: FrameModel): readonly FieldModel[] {
  return record.groups.flatMap((group) => group.fields);
}

/** What the packet holds between its tick and its two lists. */
export function ownFields({ packet }: FrameModel): readonly FieldModel[] {
  return packet.fields.slice(1, -2);
}

/** What nobody should be kept waiting for. */
export function urgentGroups({ record }: FrameModel): readonly GroupModel[] {
  return record.groups.filter((group) => group.priority !== 'low');
}

export function maskOf(groups: readonly GroupModel[]): number {
  return groups.reduce((mask, { bit }) => (mask | (1 << bit)) >>> 0, 0);
}

export function isBytes(type: FieldType): type is FieldType & { kind: 'bytes' } {
  return type.kind === 'bytes';
}

/** The checker lets nothing else into a frame. */
export function scalarOf({ type }: FieldModel): ScalarType {
  return type as ScalarType;
}

export function valueOf(field: FieldModel, column = field.name): ValueModel {
  return { column, doc: docOf(field), type: scalarOf(field), source: field.source };
}

/** The field that holds the entity's id, and the group that it is in. */
export function idOf({ record }: FrameModel): { readonly field: FieldModel; readonly group: GroupModel } {
  for (const group of record.groups) {
    const field = group.fields.find(({ source }) => source === 'entity');
    if (field !== undefined) return { field, group };
  }
  throw new Error(`${record.name} has no id`);
}

export function widthOf(type: ScalarType): Width {
  const bytes = scalarBytes(type);
  const signed = type.kind === 'integer' && type.signed;
  return `${signed ? 'i' : 'u'}${bytes === 3 ? 32 : bytes * 8}` as Width;
}

/** In the order in which they lie in memory. */
export function columnsOf(frame: FrameModel): ColumnModel[] {
  const { record, fields } = frame;
  const column = (name: string, doc: string, width: Width, lanes = 1): ColumnModel => ({
    name,
    doc,
    width,
    lanes,
  });
  const ticks = record.groups.map((group) =>
    column(groupTick(group), `Tick at which the group ${group.name} last changed.`, 'u32'),
  );
  return [
    ...groupFields(frame).flatMap((field) =>
      isBytes(field.type)
        ? [
            column(
              field.name,
              `${docOf(field)} ${field.type.size} bytes for each row.`,
              'u8',
              field.type.size,
            ),
            column(lengthName(field.name), `How many of them the bytes of '${field.name}' are.`, 'u8'),
          ]
        : [column(field.name, docOf(field), widthOf(scalarOf(field)))],
    ),
    ...ticks,
    column('changedTick', 'The newest of all these, or the tick from which the row shows nobody.', 'u32'),
    column(
      'urgentTick',
      'The same without the groups of low priority: what nobody should be kept waiting for.',
      'u32',
    ),
    ...fields.map((field) => column(field.name, docOf(field), widthOf(field.type))),
    ...ownFields(frame).map((field) =>
      column(
        ownName(field),
        `Of who is sent ${frame.packet.name}: ${docOf(field)}`,
        widthOf(scalarOf(field)),
      ),
    ),
  ];
}

function docOf({ doc, type }: { readonly doc: string; readonly type: FieldType }): string {
  const values = type.kind === 'bytes' ? '' : describeType(type, 'raw');
  return [doc, values === '' ? '' : `${values}.`].filter((part) => part !== '').join(' ');
}

/** Ahead of every generated module of a frame. */
export function head(frame: FrameModel, folder: string, ...what: string[]): string[] {
  const { record, packet, file, name } = frame;
  return [
    `// Generated from the frame '${name}' of ${folder}/${file}.tos, which is of ${record.name} in ${packet.name}, by \`npm run codegen\`; changes here are lost.`,
    ...what.map((line) => `// ${line}`),
    '',
  ];
}
