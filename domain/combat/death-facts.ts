// Room for durable facts that a death takes: that it happened, and what it brought whom, which is settled later in the tick
// (deaths/settle-deaths, which holds its part against what it writes).

import { threatEntriesMax } from './threat.js';

/** For each of those who earn by a death: what is gained, and what found no room. */
export const earnerFacts = 7;
/** That a creature will come back, and the earners'. */
export const settlementFacts = 1 + earnerFacts * threatEntriesMax;

export const deathFacts = 1 + settlementFacts;
