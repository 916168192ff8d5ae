// How the number fields of a delta record travel as differences: what both languages need to know of a field.

import { travelsAsDifference, type DeltaGroup } from '../../model/delta-layout.js';
import type { FieldModel, FieldType, IntegerType, QuantizedType } from '../../model/schema-model.js';

/** What stands above the functions. */
export const readDeltaDoc =
  'Needs the baseline that the sender had. It may be the message itself, whose mask then tells what came.';
export const writeDeltaDoc =
  'Writes the groups of the mask: as differences to the baseline where it holds the group and that is shorter.';

/** The fields of a group that can be differences, and those that cannot. */
export function splitGroup({ group }: DeltaGroup): { numbers: FieldModel[]; others: FieldModel[] } {
  return {
    numbers: group.fields.filter((field) => travelsAsDifference(field.type)),
    others: group.fields.filter((field) => !travelsAsDifference(field.type)),
  };
}

export type NumberType = IntegerType | QuantizedType | (FieldType & { kind: 'angle' });

/** Of a field among a group's numbers. */
export function numberType({ type }: FieldModel): NumberType {
  if (type.kind === 'integer' || type.kind === 'quantized' || type.kind === 'angle') return type;
  throw new Error(`a field of the kind '${type.kind}' is no number`);
}
