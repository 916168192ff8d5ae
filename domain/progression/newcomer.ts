// Who has not played long enough yet to give anything to others.

import type { WorldOf } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';

/** Time counts while the character is in the world. */
export function isNewcomer(world: WorldOf<'progress'>, row: number): boolean {
  const { givesAfterPlayedSeconds } = world.content.rules;
  if (givesAfterPlayedSeconds === 0) return false;
  const { playedSeconds, playedUntilTick } = world.components.progress.columns;
  const ticks = world.tick - playedUntilTick[row]!;
  return playedSeconds[row]! + Math.floor(ticks / ticksPerSecond) < givesAfterPlayedSeconds;
}
