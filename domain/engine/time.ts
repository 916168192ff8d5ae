// The tick is the domain's only clock.

export const ticksPerSecond = 60;
export const secondsPerTick = 1 / ticksPerSecond;

const ticksPerDay = 86_400 * ticksPerSecond;
/** Ticks are u32 in columns, entries and packets, and so is what is due some time after one: 798 days after 0. */
export const ticksMost = 0xffff_ffff - 30 * ticksPerDay;
/** A world that goes on at a tick from here on begins with small ones again: 414 days after 0, and 384 before `ticksMost`. */
export const ticksAnewFrom = 0x8000_0000;
