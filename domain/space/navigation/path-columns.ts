// Questions for a path, and their answers, in columns that threads can share. A question's slot is its number modulo
// `questionsMax`. Who asks writes the question, who works it out writes the answer, never both at a time.

import { createColumn } from '../../engine/ecs/columns.js';
import type { ColumnMemory } from '../../engine/ecs/columns.js';

/** Waypoints of one path that a walker keeps; on longer ones it asks again on its way. */
export const waypointsMax = 12;

/** Unanswered questions at a time, a power of two. Beyond, creatures ask again with a later thought; see PathQueue. */
export const questionsMax = 1024;

/** What came of a question. 0 in columns that were never answered. */
export const PathOutcome = {
  found: 1,
  /** The goal cannot be reached: the path leads to the nearest place that can. */
  nearest: 2,
  /** Nor is there such a place near it, or the walker stands where it cannot walk. */
  noWay: 3,
  /** The search cost more than it may. */
  tooCostly: 4,
} as const;
export type PathOutcome = (typeof PathOutcome)[keyof typeof PathOutcome];

export interface PathColumns {
  /** Index into `Navigation.graphs`. */
  readonly graph: Uint16Array;
  readonly fromX: Float64Array;
  readonly fromY: Float64Array;
  readonly toX: Float64Array;
  readonly toY: Float64Array;
  readonly radius: Float64Array;

  readonly outcome: Uint8Array;
  /** Waypoints, to walk to one after another, in half metres: x and y of each, `waypointsMax` a slot. */
  readonly waypoints: Uint16Array;
  readonly count: Uint8Array;
  /** 1 when straight on from the last one is the goal, 0 when the way goes on beyond. */
  readonly whole: Uint8Array;
  /** What working it out cost, the same whoever did. */
  readonly steps: Uint32Array;
}

export function createPathColumns(memory: ColumnMemory): PathColumns {
  const column = <T>(type: 'u8' | 'u16' | 'u32' | 'f64', lanes = 1) =>
    createColumn(memory, { type, lanes }, questionsMax) as T;
  return {
    graph: column('u16'),
    fromX: column('f64'),
    fromY: column('f64'),
    toX: column('f64'),
    toY: column('f64'),
    radius: column('f64'),
    outcome: column('u8'),
    waypoints: column('u16', waypointsMax * 2),
    count: column('u8'),
    whole: column('u8'),
    steps: column('u32'),
  };
}
