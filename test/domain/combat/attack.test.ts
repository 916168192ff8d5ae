import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { armourMitigation, attackOutcome, damagePoints, levelFactor, varied } from '#domain/combat/attack.js';
import type { Attack, AttackRules } from '#domain/combat/attack.js';
import { CombatOutcome } from '#domain/vocabulary/generated/words.js';

const rules: AttackRules = {
  criticalChance: 0.1,
  criticalMultiplier: 1.5,
  dodgeChance: 0.2,
  blockChance: 0.3,
  blockShare: 0.6,
  armourHalf: 100,
  damagePerLevelShare: 0.03,
  damageLevelShareMax: 0.5,
};
const roll = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const levelsAbove = fc.integer({ min: -60, max: 60 });
const armour = fc.integer({ min: 0, max: 100_000 });
const damageType = fc.constantFrom<Type>('physical', 'magical', 'true');

type Type = Attack['damageType'];

function outcomeOf(roll: number, levelsAbove: number, damageType: Type): CombatOutcome {
  return attackOutcome(rules, { roll, levelsAbove, damageType, amount: 0, armour: 0 });
}

function pointsOf(
  outcome: CombatOutcome,
  amount: number,
  damageType: Type,
  levelsAbove: number,
  armour: number,
): number {
  return damagePoints(rules, outcome, { roll: 0, amount, damageType, levelsAbove, armour });
}

describe('the outcome of an attack', () => {
  it('is read from one table: dodge, block, critical, hit', () => {
    const at = (each: number) => outcomeOf(each, 0, 'physical');
    expect(at(0.19)).toBe(CombatOutcome.dodged);
    expect(at(0.21)).toBe(CombatOutcome.blocked);
    expect(at(0.51)).toBe(CombatOutcome.critical);
    expect(at(0.61)).toBe(CombatOutcome.hit);
  });

  it('is never dodge or block for what is not physical', () => {
    expect(outcomeOf(0.05, 0, 'magical')).toBe(CombatOutcome.critical);
    expect(outcomeOf(0.15, 20, 'true')).toBe(CombatOutcome.hit);
  });

  it('is a dodge more often against a higher defender, up to a limit', () => {
    expect(outcomeOf(0.24, 5, 'physical')).toBe(CombatOutcome.dodged);
    expect(outcomeOf(0.24, -5, 'physical')).toBe(CombatOutcome.blocked);
    expect(outcomeOf(0.49, 200, 'physical')).toBe(CombatOutcome.dodged);
    expect(outcomeOf(0.51, 200, 'physical')).toBe(CombatOutcome.blocked);
  });
});

describe('damage', () => {
  const points = (outcome: CombatOutcome) => pointsOf(outcome, 10, 'physical', 0, 0);

  it('between equals without armour is the amount', () => {
    expect(points(CombatOutcome.hit)).toBe(10);
  });

  it('varies by the spread, both ways', () => {
    expect(varied(0, 10, 0.2)).toBeCloseTo(8);
    expect(varied(0.5, 10, 0.2)).toBeCloseTo(10);
    expect(varied(1, 10, 0.2)).toBeCloseTo(12);
  });

  it('is multiplied by a critical, reduced by a block, and none after a dodge', () => {
    expect(points(CombatOutcome.critical)).toBe(15);
    expect(points(CombatOutcome.blocked)).toBe(4);
    expect(points(CombatOutcome.dodged)).toBe(0);
  });

  it('halves at the armour that the rules name, and never falls below a quarter', () => {
    expect(armourMitigation(rules, 100)).toBeCloseTo(0.5);
    expect(armourMitigation(rules, 1_000_000)).toBe(0.75);
  });

  it('ignores armour unless it is physical, and levels when it is true', () => {
    expect(pointsOf(CombatOutcome.hit, 10, 'magical', 0, 1000)).toBe(10);
    expect(pointsOf(CombatOutcome.hit, 10, 'true', 20, 1000)).toBe(10);
  });

  it('favours the higher level within limits', () => {
    expect(levelFactor(rules, 0)).toBe(1);
    expect(levelFactor(rules, -3)).toBeCloseTo(1.09);
    expect(levelFactor(rules, 60)).toBe(0.5);
    expect(levelFactor(rules, -60)).toBe(1.5);
  });

  it('takes at least one point from whom it reaches, never a fraction', () => {
    fc.assert(
      fc.property(roll, roll, levelsAbove, armour, damageType, (first, second, above, worn, type) => {
        const outcome = outcomeOf(first, above, type);
        const damage = pointsOf(outcome, varied(second, 20, 0.9), type, above, worn);
        expect(Number.isInteger(damage)).toBe(true);
        expect(damage >= 1).toBe(outcome !== CombatOutcome.dodged);
      }),
    );
  });

  it('never rises with armour', () => {
    fc.assert(
      fc.property(levelsAbove, armour, fc.integer({ min: 0, max: 1000 }), (above, worn, more) => {
        const hit = (each: number) => pointsOf(CombatOutcome.hit, 100, 'physical', above, each);
        expect(hit(worn + more)).toBeLessThanOrEqual(hit(worn));
      }),
    );
  });
});
