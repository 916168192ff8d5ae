// The tick is the domain's only clock.

export const ticksPerSecond = 60;
export const secondsPerTick = 1 / ticksPerSecond;
