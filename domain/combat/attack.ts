// One attack, from rolls to points. A single roll decides between dodge, block, critical and plain hit (the one-roll
// attack table of the classic online role-playing games: outcomes exclude each other, so their chances simply add up);
// then come spread, level difference, armour, and what the outcome makes of it. Pure functions of numbers and rolls;
// the numbers themselves are the content's rules.

import type { DamageType, GameRules } from '../content/generated/definitions.js';
import { CombatOutcome } from '../vocabulary/generated/words.js';

/** The part of the rules that attacks use. */
export type AttackRules = Pick<
  GameRules,
  | 'criticalChance'
  | 'criticalMultiplier'
  | 'dodgeChance'
  | 'blockChance'
  | 'blockShare'
  | 'armourHalf'
  | 'damagePerLevelShare'
  | 'damageLevelShareMax'
>;

/** One attack on its way. An object to be reused: doubles that are handed over one by one are objects each. */
export interface Attack {
  /** In [0, 1). */
  roll: number;
  damageType: DamageType;
  /** Of the defender over the attacker, may be negative. */
  levelsAbove: number;
  /** Points, before anything reduces them. */
  amount: number;
  /** The defender's. */
  armour: number;
}

// Ours: one per cent more dodge for each level the defender stands above the attacker, at most 30 % from that, because
// a much lower attacker should mostly miss but never always.
const dodgePerLevel = 0.01;
export const dodgeFromLevelsMax = 0.3;

/** How it ends. What is not physical can be neither dodged nor blocked. */
export function attackOutcome(
  rules: AttackRules,
  { roll, damageType, levelsAbove }: Readonly<Attack>,
): CombatOutcome {
  let edge = 0;
  if (damageType === 'physical') {
    edge += rules.dodgeChance + Math.min(dodgeFromLevelsMax, Math.max(0, levelsAbove) * dodgePerLevel);
    if (roll < edge) return CombatOutcome.dodged;
    edge += rules.blockChance;
    if (roll < edge) return CombatOutcome.blocked;
  }
  edge += rules.criticalChance;
  return roll < edge ? CombatOutcome.critical : CombatOutcome.hit;
}

/** What the levels make of damage: 1 for equals, linear, within limits on both sides. */
export function levelFactor(rules: AttackRules, levelsAbove: number): number {
  const share = -levelsAbove * rules.damagePerLevelShare;
  return 1 + Math.min(rules.damageLevelShareMax, Math.max(-rules.damageLevelShareMax, share));
}

// Diminishing returns in the usual shape a / (a + half): each point of armour adds the same number of blows that one
// survives. The cap keeps every fight finite.
const mitigationMax = 0.75;

/** The share of physical damage that armour takes away, 0 to 0.75. */
export function armourMitigation(rules: AttackRules, armour: number): number {
  if (armour <= 0) return 0;
  return Math.min(mitigationMax, armour / (armour + rules.armourHalf));
}

/** `amount` varied by ± `share`, for a roll in [0, 1). */
export function varied(roll: number, amount: number, share: number): number {
  return amount * (1 + (roll * 2 - 1) * share);
}

/**
 * Whole points of damage. What lands takes at least 1 point, so that no armour makes immortal; a dodge takes none.
 * Armour mitigates physical damage; nothing, not even levels, changes true damage.
 */
export function damagePoints(
  rules: AttackRules,
  outcome: CombatOutcome,
  { amount, damageType, levelsAbove, armour }: Readonly<Attack>,
): number {
  if (outcome === CombatOutcome.dodged) return 0;
  let damage = amount;
  if (damageType !== 'true') damage *= levelFactor(rules, levelsAbove);
  if (damageType === 'physical') damage *= 1 - armourMitigation(rules, armour);
  if (outcome === CombatOutcome.critical) damage *= rules.criticalMultiplier;
  if (outcome === CombatOutcome.blocked) damage *= 1 - rules.blockShare;
  return Math.max(1, Math.floor(damage + 0.5));
}
