// A skill takes effect: its price is paid, its cooldowns begin, and its effect is applied. Whether it may be used was
// asked before (skill-refusal); everything here happens, or, when there is no room to tell of it, nothing.

import { cooldownSlots } from '../combat/columns.js';
import type { SkillDefinition } from '../content/generated/definitions.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import type { EffectWorld } from './effects/effect.js';
import { effects } from './effects/effects.js';

/** `user` and `target` are rows, and the skill was allowed in this tick. `busy` when too much that must be told waits. */
export function useSkill(world: EffectWorld, user: number, skill: SkillDefinition, target: number): Verdict {
  const effect = effects[skill.effect];
  if (!world.facts.reserve(effect.factsMax)) return RefusalReason.busy;
  const { combat, vitals } = world.components;
  const { cooldownReadyTick, globalReadyTick } = combat.columns;
  cooldownReadyTick[user * cooldownSlots + skill.cooldownSlot] = world.tick + skill.cooldownTicks;
  globalReadyTick[user] = world.tick + skill.globalCooldownTicks;
  vitals.columns.mana[user] = vitals.columns.mana[user]! - skill.manaCost;
  effect.apply(world, user, skill, target);
  return allowed;
}
