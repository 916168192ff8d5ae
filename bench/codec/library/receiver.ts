// The receiver of deltas: its copy of each baseline, and how a list of changes is applied to it. Shared by all libraries
// whose decoder knows nothing of a baseline, so that all end with the same thing: the new state.

import type { DeltaSample, EntityFields, SnapshotFields } from './samples.js';

/** A change as decoders of optional fields give it; what is absent is undefined or null. */
interface MaybeChange {
  readonly slot: number;
  readonly x?: number | null | undefined;
  readonly y?: number | null | undefined;
  readonly facing?: number | null | undefined;
  readonly health?: number | null | undefined;
  readonly status?: number | null | undefined;
}

interface DecodedDelta {
  readonly tick: number;
  readonly lastInput: number;
  readonly entities: readonly MaybeChange[];
}

/** One receiver for each sample. */
export function receivers(samples: readonly DeltaSample[]): SnapshotFields[] {
  return samples.map(({ baseline }) => structuredClone(baseline));
}

export function applyDelta(state: SnapshotFields, delta: DecodedDelta): void {
  state.tick = delta.tick;
  state.lastInput = delta.lastInput;
  const { entities } = delta;
  for (let i = 0; i < entities.length; i++) {
    const change = entities[i]!;
    applyChange(state.entities[change.slot]!, change);
  }
}

function applyChange(entity: EntityFields, change: MaybeChange): void {
  if (change.x !== undefined && change.x !== null) entity.x = change.x;
  if (change.y !== undefined && change.y !== null) entity.y = change.y;
  if (change.facing !== undefined && change.facing !== null) entity.facing = change.facing;
  if (change.health !== undefined && change.health !== null) entity.health = change.health;
  if (change.status !== undefined && change.status !== null) entity.status = change.status;
}
