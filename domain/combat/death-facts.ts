// Room for durable facts that a death takes: that it happened, and what it brought whom, which is settled later in the tick.

import { threatEntriesMax } from './threat.js';

/** Of all who earn by a death: experience, coins, and perhaps a level. A player's costs it one. */
export const settlementFacts = 3 * threatEntriesMax;

export const deathFacts = 1 + settlementFacts;
