// Generated from the frame 'Stage' of test/codegen/frames/stage-frame.tos, which is of ActorState in Scene, by `npm run codegen`; changes here are lost.
// Without branches where about half of the entities go either way.

import type { StageColumns } from './frame-columns.js';

/** Bits of StageGroup: those that changed after `tick`. Ticks differ by less than 2^31, which is 414 days. */
export function changedGroups(columns: StageColumns, row: number, tick: number): number {
  const patient =
    (((tick - columns.placeTick[row]!) >>> 31) << 1) |
    (((tick - columns.signsTick[row]!) >>> 31) << 5) |
    (((tick - columns.nearTick[row]!) >>> 31) << 7);
  if (columns.urgentTick[row]! <= tick) return patient;
  return (
    patient |
    ((tick - columns.whoTick[row]!) >>> 31) |
    (((tick - columns.feelingTick[row]!) >>> 31) << 2) |
    (((tick - columns.loadTick[row]!) >>> 31) << 3) |
    (((tick - columns.deepTick[row]!) >>> 31) << 4) |
    (((tick - columns.rankTick[row]!) >>> 31) << 6) |
    (((tick - columns.ninthTick[row]!) >>> 31) << 8)
  );
}
