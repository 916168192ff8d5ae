// A skill takes effect: its price is paid, its cooldowns begin, and the target is harmed or healed. Whether it may be
// used was asked before (skill-refusal); everything here happens, or, when there is no room to tell of it, nothing.

import { attackOutcome, damagePoints, varied } from '../combat/attack.js';
import type { Attack } from '../combat/attack.js';
import type { Battle } from '../combat/battle.js';
import type { SkillDefinition } from '../content/generated/definitions.js';
import { noteDied, noteStruck } from '../vocabulary/generated/facts.js';
import { CombatOutcome, RefusalReason } from '../vocabulary/vocabulary.js';
import { deathFacts } from '../combat/death-facts.js';
import { allowed } from './skill-refusal.js';
import type { Verdict } from './skill-refusal.js';
import { cooldownSlots } from '../world/components.js';

const attack: Attack = { roll: 0, damageType: 'physical', levelsAbove: 0, amount: 0, armour: 0 };

/** `user` and `target` are places, and the skill was allowed in this tick. `busy` when too much that must be told waits. */
export function useSkill(battle: Battle, user: number, skill: SkillDefinition, target: number): Verdict {
  const { world } = battle;
  // Whoever is struck may die of it.
  if (skill.effect !== 'heal' && !world.facts.reserve(deathFacts)) return RefusalReason.busy;
  const { combat, vitals } = world.components;
  const { cooldownReadyTick, globalReadyTick, target: targets } = combat.columns;
  cooldownReadyTick[user * cooldownSlots + skill.cooldownSlot] = world.tick + skill.cooldownTicks;
  globalReadyTick[user] = world.tick + skill.globalCooldownTicks;
  vitals.columns.mana[user] = vitals.columns.mana[user]! - skill.manaCost;
  if (skill.effect === 'heal') {
    healWith(battle, user, skill, target);
    return allowed;
  }
  targets[user] = world.idAt(target);
  strikeWith(battle, user, skill, target);
  return allowed;
}

function strikeWith(battle: Battle, user: number, skill: SkillDefinition, target: number): void {
  const { world } = battle;
  const { facts } = world;
  const { rules } = world.content;
  const { identity, combat, dead } = world.components;
  attack.roll = world.random.combat.unit();
  attack.damageType = skill.damageType;
  attack.levelsAbove = identity.columns.level[target]! - identity.columns.level[user]!;
  attack.armour = combat.columns.armour[target]!;
  const outcome = attackOutcome(rules, attack);
  rollAmount(battle, user, skill);
  const points = damagePoints(rules, outcome, attack);
  const userId = world.idAt(user);
  const targetId = world.idAt(target);
  const taken = battle.harm(user, target, points);
  noteStruck(facts, userId, targetId, skill.id, outcome, taken);
  if (dead.has(target)) noteDied(facts, userId, targetId, skill.id);
  else facts.release(deathFacts);
}

function healWith(battle: Battle, user: number, skill: SkillDefinition, target: number): void {
  rollAmount(battle, user, skill);
  const points = Math.max(1, Math.floor(attack.amount + 0.5));
  const given = battle.heal(target, points);
  const { world } = battle;
  noteStruck(world.facts, world.idAt(user), world.idAt(target), skill.id, CombatOutcome.healed, given);
}

/** Sets what the skill does before anything reduces it. */
function rollAmount(battle: Battle, user: number, skill: SkillDefinition): void {
  const { world } = battle;
  const amount = world.components.combat.columns.power[user]! * skill.powerShare + skill.flatAmount;
  attack.amount = varied(world.random.combat.unit(), amount, skill.spreadShare);
}
