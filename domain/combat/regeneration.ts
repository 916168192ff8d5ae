// Health and mana come back: outside a fight for everybody, fast for a creature on its way home. Everyone has its turn
// once a second, staggered by row; fractions of points wait in the remainders.

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

function regenerate(world: WorldOf<'combat' | 'evading', 'vitals'>, row: number): void {
  const { components, content, tick } = world;
  const { rules } = content;
  const { health, healthMax, healthRemainder, mana, manaMax, manaRemainder } = components.vitals.columns;
  if (health[row] === healthMax[row] && mana[row] === manaMax[row]) return;
  const isEvading = components.evading.has(row);
  if (!isEvading && components.combat.columns.inCombatUntilTick[row]! > tick) return;
  share[0] = isEvading ? rules.returnHealingPerSecond : rules.healthRegenerationPerSecond;
  regain(health, healthMax, healthRemainder, row);
  share[0] = rules.manaRegenerationPerSecond;
  regain(mana, manaMax, manaRemainder, row);
}

/** Of the maximum, in a second. In an array, because doubles that are handed over are objects. */
const share = new Float64Array(1);

function regain(value: Float64Array, max: Float64Array, remainder: Float64Array, row: number): void {
  const gained = remainder[row]! + max[row]! * share[0]!;
  const whole = Math.floor(gained);
  remainder[row] = gained - whole;
  value[row] = Math.min(max[row]!, value[row]! + whole);
  if (value[row] === max[row]) remainder[row] = 0;
}
