import { describe, expect, it } from '@jest/globals';
import { defineSystem } from '#domain/engine/system.js';
import type { FactName } from '#domain/engine/system.js';
import { noteStoodUp, noteTravelled } from '#domain/vocabulary/generated/facts.js';
import { SmallWorld } from './small-world.js';

const risingAnd = (emits: readonly FactName[]) =>
  defineSystem({
    name: 'rise',
    budgetUs: 100,
    reads: [],
    writes: [],
    emits,
    run({ facts }) {
      if (!facts.reserve(2)) return;
      noteStoodUp(facts, 1, 0);
      noteTravelled(facts, 1, 0, 0, 0);
    },
  });

describe('a small world', () => {
  it('lets a system write the facts that it declares', () => {
    const small = new SmallWorld({ systems: [risingAnd(['stoodUp', 'travelled'])] });
    small.tick(2);
    expect(small.told().map(({ fact }) => fact)).toEqual(['stoodUp', 'travelled', 'stoodUp', 'travelled']);
  });

  it.each(['tick', 'run'] as const)('refuses, in a %s, a fact that its system does not declare', (how) => {
    const small = new SmallWorld({ systems: [risingAnd(['stoodUp'])] });
    expect(() => small[how]()).toThrow("the system 'rise' writes the fact 'travelled': add it to its emits");
  });
});
