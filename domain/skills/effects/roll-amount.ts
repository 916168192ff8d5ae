import type { SkillDefinition } from '../../content/generated/definitions.js';
import { varied } from '../../combat/attack.js';
import type { WorldOf } from '../../engine/system.js';

/** Sets what the skill does before anything reduces it. */
export function rollAmount(
  world: WorldOf<'combat', 'random'>,
  user: number,
  skill: SkillDefinition,
  into: { amount: number },
): void {
  const amount = world.components.combat.columns.power[user]! * skill.powerShare + skill.flatAmount;
  into.amount = varied(world.tables.random.combat.unit(), amount, skill.spreadShare);
}
