// How a member is, as the others of its party see it.

import type { WorldOf } from '../engine/system.js';

const fullHealth = 255;

/** Of 255, as others see it: 0 exactly for the dead. */
export function healthShare({ components }: WorldOf<'vitals' | 'dead'>, row: number): number {
  if (components.dead.has(row)) return 0;
  const { health, healthMax } = components.vitals.columns;
  return Math.max(1, Math.floor((health[row]! / healthMax[row]!) * fullHealth + 0.5));
}
