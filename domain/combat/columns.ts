// What fights.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';

/** Skills of one actor that cool down independently. */
export const cooldownSlots = 8;
/** The last of them is that of all items that are consumed; no skill has it. */
export const itemCooldownSlot = cooldownSlots - 1;

export const combatColumns = {
  /** Points; whole numbers, fractions gather in the remainders. Alive means health above 0 and no `dead` tag. */
  vitals: {
    health: 'f64',
    healthMax: 'f64',
    mana: 'f64',
    manaMax: 'f64',
    healthRemainder: 'f64',
    manaRemainder: 'f64',
  },

  combat: {
    /** Tick from which each skill may be used again. */
    cooldownReadyTick: lanes('u32', cooldownSlots),
    globalReadyTick: 'u32',
    inCombatUntilTick: 'u32',
    /** Entity id. */
    target: 'u32',
    power: 'f64',
    armour: 'f64',
  },

  /** `sinceTick` lies before the first tick for who died in an earlier run, hence no unsigned column. */
  dead: { sinceTick: 'f64' },
  casting: {},
  stunned: {},
  /** Cannot be attacked and heals fast: a creature that gave up and goes home. */
  evading: {},
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof combatColumns> {}
}
