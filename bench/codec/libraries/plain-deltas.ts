// Deltas for libraries without a notion of one: a list of entities with the changed fields alone.

import type { DeltaSample, EntityChangeFields } from '../library/samples.js';

export interface PlainDelta {
  readonly tick: number;
  readonly lastInput: number;
  readonly entities: readonly EntityChangeFields[];
}

export function plainDeltas(samples: readonly DeltaSample[]): PlainDelta[] {
  return samples.map(({ after, changes }) => ({
    tick: after.tick,
    lastInput: after.lastInput,
    entities: changes,
  }));
}
