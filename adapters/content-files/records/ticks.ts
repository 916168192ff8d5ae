// Content speaks of seconds, rules of ticks.

import { ticksPerSecond } from '#domain/world/world.js';

/** To the nearest tick. */
export function ticks(seconds: number): number {
  return Math.round(seconds * ticksPerSecond);
}
