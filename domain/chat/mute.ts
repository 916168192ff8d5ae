// An operator has taken a player's right to talk, for a time or for good. Time is the world's calendar: before anybody has
// told the date, what was to end has not ended.

import type { WorldOf } from '../engine/system.js';

export type Muting = WorldOf<never, 'muted'>;

/** `untilSeconds`: since 1970, 0 for good. Takes the place of an earlier mute. */
export function mute({ components: { muted } }: Muting, row: number, untilSeconds: number): void {
  muted.add(row);
  muted.columns.untilSeconds[row] = untilSeconds;
}

/** Who is not muted stays so. */
export function unmute({ components: { muted } }: Muting, row: number): void {
  muted.remove(row);
}

/** Whether the player at `row` may not say or write anything to others now. */
export function isMuted(world: WorldOf<'muted' | 'calendar'>, row: number): boolean {
  const { muted } = world.components;
  if (!muted.has(row)) return false;
  const untilSeconds = muted.columns.untilSeconds[row]!;
  return untilSeconds === 0 || world.tables.calendar.nowSeconds < untilSeconds;
}
