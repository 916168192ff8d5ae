// Health and mana come back: outside a fight for everybody, fast for a creature on its way home. Everyone has its turn
// once a second, staggered by place; fractions of points wait in the remainders.

import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { threatsTable } from './threats-table.js';

export const regeneration = defineSystem({
  name: 'regenerate',
  budgetUs: 250,
  reads: ['combat', 'dead', 'evading'],
  writes: ['vitals'],
  owns: [threatsTable],
  queries: { living: { with: ['vitals', 'combat'], without: ['dead'] } },
  run(world, { living }) {
    const { tick } = world;
    const { runs, runsEnd } = living.refresh();
    for (let r = 0; r < runsEnd; r += 2) {
      const start = runs[r]!;
      const turn = (tick + start) % ticksPerSecond;
      const first = turn === 0 ? start : start + ticksPerSecond - turn;
      for (let e = first; e < runs[r + 1]!; e += ticksPerSecond) regenerate(world, e);
    }
  },
});

function regenerate(world: WorldOf<'combat' | 'evading', 'vitals'>, place: number): void {
  const { components, content, tick } = world;
  const { rules } = content;
  const { health, healthMax, healthRemainder, mana, manaMax, manaRemainder } = components.vitals.columns;
  if (health[place] === healthMax[place] && mana[place] === manaMax[place]) return;
  const isEvading = components.evading.has(place);
  if (!isEvading && components.combat.columns.inCombatUntilTick[place]! > tick) return;
  share[0] = isEvading ? rules.returnHealingPerSecond : rules.healthRegenerationPerSecond;
  regain(health, healthMax, healthRemainder, place);
  share[0] = rules.manaRegenerationPerSecond;
  regain(mana, manaMax, manaRemainder, place);
}

/** Of the maximum, in a second. In an array, because doubles that are handed over are objects. */
const share = new Float64Array(1);

function regain(value: Float64Array, max: Float64Array, remainder: Float64Array, place: number): void {
  const gained = remainder[place]! + max[place]! * share[0]!;
  const whole = Math.floor(gained);
  remainder[place] = gained - whole;
  value[place] = Math.min(max[place]!, value[place]! + whole);
  if (value[place] === max[place]) remainder[place] = 0;
}
