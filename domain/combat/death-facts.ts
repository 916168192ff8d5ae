// Room for durable facts that a death takes: that it happened, and what it brought whom, which is settled later in the tick
// (deaths/settle-deaths, which holds its part against what it writes).

/**
 * Who earns by one death at most: four full parties, or the 16 that a creature remembers. Of more, those who did the damage
 * come first, and what the others would have got goes to their party.
 */
export const earnersMax = 20;
/** For each of those who earn by a death: what is gained, and what found no room. */
export const earnerFacts = 7;
/** That a creature will come back, and the earners'. */
export const settlementFacts = 1 + earnerFacts * earnersMax;

export const deathFacts = 1 + settlementFacts;
