// How a delta record travels against a baseline: a header of bits, then the groups that are there.
// Bits 0 … groups - 1 of the header say which groups follow, as in the mask. Above them each group that has number fields of
// two bytes or more gets one bit, in the order of the groups: whether those fields follow as differences to the baseline.
// The differences of a group come first, then its other fields; a group without differences has its fields in order.

import type { DeclarationModel, FieldType, GroupModel, RecordModel } from './schema-model.js';

export interface DeltaGroup {
  readonly group: GroupModel;
  /** Number of the header's bit that says "as differences"; undefined for a group that always travels whole. */
  readonly differenceBit: number | undefined;
  /** Bytes of those of its fields that can travel as differences, when they do not: differences must take fewer. */
  readonly wholeBytes: number;
}

export interface DeltaLayout {
  readonly headerBits: number;
  readonly headerBytes: 1 | 2 | 4;
  readonly groups: readonly DeltaGroup[];
}

/** Whether a field of a delta record can travel as a difference: integers of fixed width, step numbers and angles of at least two bytes. */
export function travelsAsDifference(type: FieldType): boolean {
  return differenceBytes(type) >= 2;
}

/** Bytes of the whole value; 0 for types that never travel as a difference. */
export function differenceBytes(type: FieldType): number {
  if (type.kind === 'integer') return type.encoding === 'fixed' && type.bytes > 1 ? type.bytes : 0;
  if (type.kind === 'quantized' || type.kind === 'angle') return type.bytes > 1 ? type.bytes : 0;
  return 0;
}

export function deltaLayout(record: RecordModel): DeltaLayout {
  let bit = record.groups.length;
  const groups = record.groups.map((group) => {
    const wholeBytes = group.fields.reduce((bytes, field) => bytes + differenceBytes(field.type), 0);
    return { group, differenceBit: wholeBytes > 0 ? bit++ : undefined, wholeBytes };
  });
  return { headerBits: bit, headerBytes: bit <= 8 ? 1 : bit <= 16 ? 2 : 4, groups };
}

/** Bytes of a place in a delta list of `size` places. */
export function placeBytes(size: number): 1 | 2 {
  return size <= 0x100 ? 1 : 2;
}

/** The records that stand in delta lists, and so have columns. */
export function listedRecords(declarations: readonly DeclarationModel[]): ReadonlySet<RecordModel> {
  const types = declarations
    .flatMap((each) => (each.kind === 'packet' ? each.fields : []))
    .map(({ type }) => type);
  return new Set(types.flatMap((type) => (type.kind === 'deltaList' ? [type.declaration] : [])));
}
