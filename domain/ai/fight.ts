// Every creature in a fight uses the first of its skills that it may and has a use for.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineSystem } from '../engine/system.js';
import { effects } from '../skills/effects/effects.js';
import { effectAccess } from '../skills/effects/effect.js';
import { aiming, skillRefusal } from '../skills/skill-refusal.js';
import { useSkill } from '../skills/use-skill.js';
import { allowed } from '../vocabulary/verdict.js';
import { CreatureState } from './creature-state.js';

const fighting = defineAccess({ rules: [aiming, effectAccess] });

export const fightAsCreatures = defineSystem({
  name: 'creatures-fight',
  budgetUs: 750,
  ...fighting,
  queries: { creatures: { with: ['creature', 'transform'], without: ['dead'] } },
  run(world, { creatures }) {
    const { creature, combat } = world.components;
    const { state } = creature.columns;
    const { globalReadyTick, target } = combat.columns;
    const { runs, runsEnd } = creatures.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (state[e] !== CreatureState.chasing || globalReadyTick[e]! > world.tick) continue;
        const row = world.rowOf(target[e]!);
        if (row !== 0) fight(world, e, row);
      }
  },
});

function fight(world: WorldFor<typeof fighting>, row: number, target: number): void {
  const { content, components } = world;
  const { skills } = content.creatures[components.identity.columns.template[row]!]!;
  for (let i = 0; i < skills.length; i++) {
    const skill = content.skills[skills[i]!]!;
    const aim = skill.target === 'enemy' ? target : row;
    if (skillRefusal(world, row, skill, aim) !== allowed) continue;
    if (!effects[skill.effect].isWanted(world, row)) continue;
    // Too busy to tell of it: in the next tick, then.
    useSkill(world, row, skill, aim);
    return;
  }
}
