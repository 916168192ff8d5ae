// Something that another thread or the disk has to do first: looked at again and again, for so long.

import type { Clock } from '#ports/system/clock.js';
import type { Pauses } from '#ports/system/pauses.js';

export interface WaitingParts {
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly pauses: Pick<Pauses, 'pause'>;
}

/** Three ticks. */
const lookAgainMs = 50;

/** Looks at once, and a last time after `untilMs` of the clock; false when it did not hold then. Rejects with what a look rejects with. */
export async function untilItHolds(
  { clock, pauses }: WaitingParts,
  untilMs: number,
  holds: () => Promise<boolean>,
): Promise<boolean> {
  while (!(await holds())) {
    if (clock.nowMs() >= untilMs) return false;
    await pauses.pause(lookAgainMs);
  }
  return true;
}
