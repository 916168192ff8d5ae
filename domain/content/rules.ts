// The numbers of the rules that belong to no single item, creature or skill.

import type { ItemAmount } from './definitions.js';

export interface GameRules {
  /** New characters. */
  readonly startMapKey: string;
  readonly startSpawnKey: string;
  readonly startItems: readonly ItemAmount[];
  readonly startCoins: number;
  /** Skills every player knows, by id. */
  readonly playerSkills: readonly number[];

  readonly playerSpeedMps: number;
  /** Body radius of players for collision and reach. */
  readonly playerRadiusM: number;

  /** Outside a fight, as a share of the maximum. */
  readonly healthRegenerationPerSecond: number;
  readonly manaRegenerationPerSecond: number;
  /** After the last blow given or taken. */
  readonly inCombatTicks: number;

  readonly criticalChance: number;
  readonly criticalMultiplier: number;
  readonly dodgeChance: number;
  readonly blockChance: number;
  /** Share of the damage that a block takes away. */
  readonly blockShare: number;
  /** Armour at which half of physical damage is taken away. */
  readonly armourHalf: number;
  /** Change of damage for each level the attacker is above the target. */
  readonly damagePerLevelShare: number;
  /** Most that the level difference changes, both ways. */
  readonly damageLevelShareMax: number;

  /** Share of the level's progress lost by a death. */
  readonly deathExperienceShare: number;
  /** Share of the maximum with which a player stands up again. */
  readonly respawnHealthShare: number;
  readonly respawnManaShare: number;
  /** A dead player must wait this long. */
  readonly respawnWaitTicks: number;
  /** A dead player who does not ask stands up by itself then. */
  readonly respawnAutomaticTicks: number;

  /** How long a creature's body lies. */
  readonly corpseTicks: number;
  readonly lootOwnedTicks: number;
  readonly lootLifeTicks: number;
  readonly pickUpRangeM: number;
  /** Share of the maximum that a returning creature regains in a second. */
  readonly returnHealingPerSecond: number;
}
