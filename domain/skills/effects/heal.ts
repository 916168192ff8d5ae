// Gives health.

import { heal as giveBack } from '../../combat/harm.js';
import { noteStruck } from '../../vocabulary/generated/facts.js';
import { CombatOutcome } from '../../vocabulary/generated/words.js';
import type { Effect } from './effect.js';
import { rollAmount } from './roll-amount.js';

const healing = { amount: 0 };

export const heal: Effect = {
  factsMax: 0,
  /** Below half: a creature does not spend its heal on a scratch. */
  isWanted({ components }, user) {
    const { health, healthMax } = components.vitals.columns;
    return health[user]! * 2 < healthMax[user]!;
  },
  apply(world, user, skill, target) {
    rollAmount(world, user, skill, healing);
    const given = giveBack(world, target, Math.max(1, Math.floor(healing.amount + 0.5)));
    noteStruck(world.facts, world.idAt(user), world.idAt(target), skill.id, CombatOutcome.healed, given);
  },
};
