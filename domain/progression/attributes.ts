// What a player is able to: linear in the level, from the content's progression, and what it wears adds to power and armour.
// Nothing else sets these numbers; whoever changes level or equipment calls here.

import type { WorldOf } from '../engine/system.js';
import { addWorn } from './worn-strength.js';
import type { Strength } from './worn-strength.js';

/** A number that starts at `base` and grows by `perLevel`, in whole points. */
export function atLevel(base: number, perLevel: number, level: number): number {
  return Math.floor(base + perLevel * (level - 1));
}

/** Sets a player's level, maxima, power and armour. Health and mana are kept within their new maxima. */
export function setPlayerLevel(
  world: WorldOf<'equipment', 'identity' | 'vitals' | 'combat'>,
  row: number,
  level: number,
): void {
  const { identity, vitals } = world.components;
  const { progression } = world.content;
  identity.columns.level[row] = level;
  identity.columns.tick[row] = world.tick;
  const { health, healthMax, mana, manaMax } = vitals.columns;
  healthMax[row] = atLevel(progression.healthBase, progression.healthPerLevel, level);
  manaMax[row] = atLevel(progression.manaBase, progression.manaPerLevel, level);
  health[row] = Math.min(health[row]!, healthMax[row]);
  mana[row] = Math.min(mana[row]!, manaMax[row]);
  setStrength(world, row);
}

const strength: Strength = { power: 0, armour: 0 };

/** Sets a player's power and armour: after any change of what it wears. */
export function setStrength(world: WorldOf<'identity' | 'equipment', 'combat'>, row: number): void {
  const { identity, combat } = world.components;
  const { powerBase, powerPerLevel, armourBase, armourPerLevel } = world.content.progression;
  const level = identity.columns.level[row]!;
  strength.power = atLevel(powerBase, powerPerLevel, level);
  strength.armour = atLevel(armourBase, armourPerLevel, level);
  addWorn(world, row, strength);
  combat.columns.power[row] = strength.power;
  combat.columns.armour[row] = strength.armour;
}
