import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addExperience,
  experienceAfterDeath,
  experienceFactor,
  levelAt,
  levelStart,
  nextLevelStart,
} from '#domain/progression/experience.js';

const curve = [0, 100, 300, 600];

describe('experience', () => {
  it('decides the level', () => {
    expect([0, 99, 100, 299, 300, 599, 600, 9999].map((each) => levelAt(curve, each))).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4,
    ]);
  });

  it('may lift a player by several levels at once', () => {
    expect(levelAt(curve, addExperience(curve, 0, 350))).toBe(3);
  });

  it('is not gathered beyond the highest level', () => {
    expect(addExperience(curve, 590, 1000)).toBe(600);
    expect(addExperience(curve, 600, 1)).toBe(600);
    // Of a curve that was longer once.
    expect(addExperience(curve, 700, 1)).toBe(700);
    expect(nextLevelStart(curve, 4)).toBe(0);
  });

  it('lost by death never costs the level', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (had, share) => {
          const level = levelAt(curve, had);
          const left = experienceAfterDeath(curve, level, had, share);
          expect(left).toBeLessThanOrEqual(had);
          expect(levelAt(curve, left)).toBe(level);
          expect(left).toBeGreaterThanOrEqual(levelStart(curve, level));
        },
      ),
    );
  });

  it('from creatures far below pays nothing, from those above at most half more', () => {
    expect(experienceFactor(5, 5)).toBe(1);
    expect(experienceFactor(15, 5)).toBe(0);
    expect(experienceFactor(20, 1)).toBe(0);
    expect(experienceFactor(1, 20)).toBe(1.5);
  });
});
