// Takes health: one attack, from rolls to points.

import { attackOutcome, damagePoints } from '../../combat/attack.js';
import type { Attack } from '../../combat/attack.js';
import { deathFacts } from '../../combat/death-facts.js';
import { harm } from '../../combat/harm.js';
import { wearByBlow } from '../../equipment/wear-by-blows.js';
import { noteDied, noteStruck } from '../../vocabulary/generated/facts.js';
import type { Effect } from './effect.js';
import { rollAmount } from './roll-amount.js';

const attack: Attack = { roll: 0, damageType: 'physical', levelsAbove: 0, amount: 0, armour: 0 };

export const damage: Effect = {
  // Whoever is struck may die of it.
  factsMax: deathFacts,
  isWanted: () => true,
  apply(world, user, skill, target) {
    const { facts, content, components } = world;
    const { identity, combat, dead } = components;
    combat.columns.target[user] = world.idAt(target);
    attack.roll = world.tables.random.combat.unit();
    attack.damageType = skill.damageType;
    attack.levelsAbove = identity.columns.level[target]! - identity.columns.level[user]!;
    attack.armour = combat.columns.armour[target]!;
    const outcome = attackOutcome(content.rules, attack);
    rollAmount(world, user, skill, attack);
    const taken = harm(world, user, target, damagePoints(content.rules, outcome, attack));
    noteStruck(facts, world.idAt(user), world.idAt(target), skill.id, outcome, taken);
    if (taken > 0) wearByBlow(world, user, target);
    if (dead.has(target)) noteDied(facts, world.idAt(user), world.idAt(target), skill.id);
    else facts.release(deathFacts);
  },
};
