// A skill takes effect: its price is paid, its cooldowns begin, and the target is harmed or healed. Whether it may be
// used was asked before (skill-refusal); everything here happens.

import { attackOutcome, damagePoints, varied } from '../combat/attack.js';
import type { Attack } from '../combat/attack.js';
import type { Battle } from '../combat/battle.js';
import type { SkillDefinition } from '../content/generated/definitions.js';
import { CombatOutcome } from '../vocabulary/vocabulary.js';
import { cooldownSlots } from '../world/components.js';

const attack: Attack = { roll: 0, damageType: 'physical', levelsAbove: 0, amount: 0, armour: 0 };

/** `user` and `target` are places, and the skill was allowed in this tick. */
export function useSkill(battle: Battle, user: number, skill: SkillDefinition, target: number): void {
  const { world } = battle;
  const { combat, vitals } = world.components;
  const { cooldownReadyTick, globalReadyTick, target: targets } = combat.columns;
  cooldownReadyTick[user * cooldownSlots + skill.cooldownSlot] = world.tick + skill.cooldownTicks;
  globalReadyTick[user] = world.tick + skill.globalCooldownTicks;
  vitals.columns.mana[user] = vitals.columns.mana[user]! - skill.manaCost;
  if (skill.effect === 'heal') {
    healWith(battle, user, skill, target);
    return;
  }
  targets[user] = world.idAt(target);
  strikeWith(battle, user, skill, target);
}

function strikeWith(battle: Battle, user: number, skill: SkillDefinition, target: number): void {
  const { world, log } = battle;
  const { rules } = world.content;
  const { identity, combat } = world.components;
  attack.roll = world.random.combat.unit();
  attack.damageType = skill.damageType;
  attack.levelsAbove = identity.columns.level[target]! - identity.columns.level[user]!;
  attack.armour = combat.columns.armour[target]!;
  const outcome = attackOutcome(rules, attack);
  rollAmount(battle, user, skill);
  const points = damagePoints(rules, outcome, attack);
  const userId = world.idAt(user);
  const targetId = world.idAt(target);
  const fallenBefore = log.fallenCount;
  const taken = battle.harm(user, target, points);
  log.add(userId, targetId, skill.id, outcome, taken);
  if (log.fallenCount > fallenBefore) log.add(userId, targetId, skill.id, CombatOutcome.killed, 0);
}

function healWith(battle: Battle, user: number, skill: SkillDefinition, target: number): void {
  rollAmount(battle, user, skill);
  const points = Math.max(1, Math.floor(attack.amount + 0.5));
  const given = battle.heal(target, points);
  const { world } = battle;
  battle.log.add(world.idAt(user), world.idAt(target), skill.id, CombatOutcome.healed, given);
}

/** Sets what the skill does before anything reduces it. */
function rollAmount(battle: Battle, user: number, skill: SkillDefinition): void {
  const { world } = battle;
  const amount = world.components.combat.columns.power[user]! * skill.powerShare + skill.flatAmount;
  attack.amount = varied(world.random.combat.unit(), amount, skill.spreadShare);
}
