// Health and mana come back: outside a fight for everybody, fast for a creature on its way home. Everyone has its turn
// once a second, staggered by place; fractions of points wait in the remainders.

import { CreatureState } from '../ai/creature-state.js';
import type { Query } from '../engine/ecs/query.js';
import { ticksPerSecond } from '../world/world.js';
import type { World } from '../world/world.js';

export class Regeneration {
  readonly #world: World;
  readonly #living: Query;

  constructor(world: World) {
    const { vitals, combat, dead } = world.components;
    this.#world = world;
    this.#living = world.store.query({ with: [vitals, combat], without: [dead] });
  }

  /** Once a tick. */
  run(): void {
    const { tick } = this.#world;
    const { runs, runsEnd } = this.#living.refresh();
    for (let r = 0; r < runsEnd; r += 2) {
      const start = runs[r]!;
      const turn = (tick + start) % ticksPerSecond;
      const first = turn === 0 ? start : start + ticksPerSecond - turn;
      for (let e = first; e < runs[r + 1]!; e += ticksPerSecond) this.#regenerate(e);
    }
  }

  #regenerate(place: number): void {
    const { components, content, tick } = this.#world;
    const { rules } = content;
    const { health, healthMax, healthRemainder, mana, manaMax, manaRemainder } = components.vitals.columns;
    if (health[place] === healthMax[place] && mana[place] === manaMax[place]) return;
    const { creature } = components;
    const returning = creature.has(place) && creature.columns.state[place] === CreatureState.returning;
    if (!returning && components.combat.columns.inCombatUntilTick[place]! > tick) return;
    share[0] = returning ? rules.returnHealingPerSecond : rules.healthRegenerationPerSecond;
    regain(health, healthMax, healthRemainder, place);
    share[0] = rules.manaRegenerationPerSecond;
    regain(mana, manaMax, manaRemainder, place);
  }
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
