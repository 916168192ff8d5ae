// Content speaks of seconds, rules of ticks.

import { ticksPerSecond } from '#domain/engine/time.js';

/** To the nearest tick. */
export function ticks(seconds: number): number {
  return Math.round(seconds * ticksPerSecond);
}
