// How long a creature waits until it thinks again: its own interval, stretched while the server is short of time. Who is
// in a fight is stretched last and least, because players would notice; those who stroll about hardly matter.

import type { Pressure } from '../vocabulary/pressure.js';
import { CreatureState } from './creature-state.js';

/** Times the interval, by pressure. */
const fightingStretch = [1, 1, 1, 2] as const;
const idlingStretch = [1, 2, 4, 8] as const;

/** In ticks, at least 1. `state`: what it was about when it thought. */
export function thinkPauseTicks(pressure: Pressure, state: CreatureState, intervalTicks: number): number {
  const isFighting = state === CreatureState.chasing;
  return Math.max(1, intervalTicks * (isFighting ? fightingStretch : idlingStretch)[pressure]);
}
