// When a quest that was completed can be taken on again.

import type { QuestDefinition } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';

const secondsPerDay = 86_400;

/**
 * Of one that is completed now, in seconds since 1970; 0 for one that never can. Reckoned from where the date is on its way to,
 * as all that lasts for a time: a clock that jumps ahead makes no second day of the same one.
 */
export function repeatableFrom(
  { tables }: WorldOf<'calendar'>,
  { repeat, cooldownSeconds }: QuestDefinition,
): number {
  const { comingSeconds } = tables.calendar;
  switch (repeat) {
    case 'never':
      return 0;
    case 'afterCooldown':
      return comingSeconds + cooldownSeconds;
    case 'daily':
      return (Math.floor(comingSeconds / secondsPerDay) + 1) * secondsPerDay;
  }
}
