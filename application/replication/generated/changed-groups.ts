// Generated from the frame 'Frame' of protocol-schema/internal.tos, which is of EntityState in Snapshot, by `npm run codegen`; changes here are lost.
// Without branches where about half of the entities go either way.

import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';

/** Bits of FrameGroup: those that changed after `tick`. Ticks differ by less than 2^31, which is 414 days. */
export function changedGroups(columns: FrameColumns, row: number, tick: number): number {
  const patient =
    (((tick - columns.positionTick[row]!) >>> 31) << 1) | (((tick - columns.facingTick[row]!) >>> 31) << 2);
  if (columns.urgentTick[row]! <= tick) return patient;
  return (
    patient |
    ((tick - columns.identityTick[row]!) >>> 31) |
    (((tick - columns.vitalsTick[row]!) >>> 31) << 3) |
    (((tick - columns.statusTick[row]!) >>> 31) << 4)
  );
}
