import { describe, expect, it } from '@jest/globals';
import { CreatureState } from '#domain/ai/creature-state.js';
import { steerAndMove } from '#domain/ai/steer.js';
import { Creature, creature, Skill, skill, smallContent } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

/** Whether a wolf wishes to walk on when its target is so far away; its skill reaches 2.5 m, the bodies are round metres. */
function walksOnFrom(awayM: number): boolean {
  const content = smallContent({
    creatures: [creature(Creature.wolf, 'wolf', { radiusM: 0.5 })],
    skills: [skill(Skill.bite, 'bite', { rangeM: 2.5 })],
  });
  const small = new SmallWorld({ systems: [steerAndMove], content });
  const { world } = small;
  const target = small.player(20 + awayM, 30);
  const wolf = small.creature(20, 30);
  const { creature: creatures, combat, motion } = world.components;
  motion.columns.radius[target] = 0.5;
  creatures.columns.state[wolf] = CreatureState.chasing;
  combat.columns.target[wolf] = world.idAt(target);
  small.tick();
  return motion.columns.wishX[wolf] !== 0;
}

describe('a creature that hunts', () => {
  it('stops at four fifths of the reach of its skill, both bodies counted, and not before', () => {
    expect(walksOnFrom(3)).toBe(false);
    expect(walksOnFrom(2.9)).toBe(false);
    expect(walksOnFrom(3.01)).toBe(true);
  });
});
