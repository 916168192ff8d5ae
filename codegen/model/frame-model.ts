// A frame: what one thread publishes of its world after each tick for others to read and to tell, in columns by row.

import type { PacketModel, RecordModel, ScalarType } from './schema-model.js';

/** A column of a component. */
export interface SourceModel {
  readonly component: string;
  readonly column: string;
  /** Of numbers with a fraction in whole ones; `none` demands a column of the same type. */
  readonly rounding: 'none' | 'up' | 'down';
}

/** `entity`: the id of who is in the row. */
export type FieldSource = SourceModel | 'entity';

/** In frames: groups that wait the longer the farther away who changed is. */
export type GroupPriority = 'low' | 'normal';

export interface FrameFieldModel {
  readonly name: string;
  readonly doc: string;
  readonly type: ScalarType;
  /** Undefined: a rule gives it. */
  readonly source: FieldSource | undefined;
  /** Name of the group that changes with it; undefined for what nobody is told. */
  readonly dates: string | undefined;
}

export interface FrameModel {
  readonly kind: 'frame';
  readonly name: string;
  readonly doc: string;
  readonly file: string;
  /** What others are told of each in sight. */
  readonly record: RecordModel;
  /** What carries it, and what only its receiver is told of itself. */
  readonly packet: PacketModel;
  /** Components that everybody in the frame has. */
  readonly every: readonly string[];
  /** Components of those to whom the packet goes. */
  readonly own: readonly string[];
  /** Columns beside. */
  readonly fields: readonly FrameFieldModel[];
}
