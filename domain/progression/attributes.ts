// What a level makes of a player: linear in the level, from the content's progression. Equipment is a later concern;
// it will add to what is set here.

import type { Progression } from '../content/generated/definitions.js';
import type { Components } from '../engine/registry.js';

/** A number that starts at `base` and grows by `perLevel`, in whole points. */
export function atLevel(base: number, perLevel: number, level: number): number {
  return Math.floor(base + perLevel * (level - 1));
}

/** Sets a player's level, maxima, power and armour. Health and mana are kept within their new maxima. */
export function setPlayerLevel(
  { identity, vitals, combat }: Pick<Components, 'identity' | 'vitals' | 'combat'>,
  place: number,
  progression: Progression,
  level: number,
  tick: number,
): void {
  identity.columns.level[place] = level;
  identity.columns.tick[place] = tick;
  const { health, healthMax, mana, manaMax } = vitals.columns;
  healthMax[place] = atLevel(progression.healthBase, progression.healthPerLevel, level);
  manaMax[place] = atLevel(progression.manaBase, progression.manaPerLevel, level);
  health[place] = Math.min(health[place]!, healthMax[place]);
  mana[place] = Math.min(mana[place]!, manaMax[place]);
  combat.columns.power[place] = atLevel(progression.powerBase, progression.powerPerLevel, level);
  combat.columns.armour[place] = atLevel(progression.armourBase, progression.armourPerLevel, level);
}
