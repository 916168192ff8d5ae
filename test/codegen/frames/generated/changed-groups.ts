// Generated from the frame 'Stage' of test/codegen/frames/stage-frame.tos, which is of ActorState in Scene, by `npm run codegen`; changes here are lost.
// Without branches where about half of the entities go either way.

import type { StageColumns } from './frame-columns.js';

/** Bits of StageGroup: those that changed after `tick`. Ticks differ by less than 2^31, which is 414 days. */
export function changedGroups(columns: StageColumns, place: number, tick: number): number {
  const patient =
    (((tick - columns.placeTick[place]!) >>> 31) << 1) |
    (((tick - columns.signsTick[place]!) >>> 31) << 5) |
    (((tick - columns.nearTick[place]!) >>> 31) << 7);
  if (columns.urgentTick[place]! <= tick) return patient;
  return (
    patient |
    ((tick - columns.whoTick[place]!) >>> 31) |
    (((tick - columns.feelingTick[place]!) >>> 31) << 2) |
    (((tick - columns.loadTick[place]!) >>> 31) << 3) |
    (((tick - columns.deepTick[place]!) >>> 31) << 4) |
    (((tick - columns.rankTick[place]!) >>> 31) << 6) |
    (((tick - columns.ninthTick[place]!) >>> 31) << 8)
  );
}
