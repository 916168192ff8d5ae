// What a server that is short of time puts off, and what it does not.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Pressure } from '#domain/vocabulary/pressure.js';
import { Crowd } from '../../support/worlds/crowd.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Creature, smallContent } from '../../support/worlds/small-content.js';

const anyPressure = fc.constantFrom<Pressure>(0, 1, 2, 3);

/** A world with a player beside the wolves, so that everything is awake. */
function awake(): Played {
  const played = new Played({ content: smallContent() });
  played.put(played.enter(1), 45, 45);
  return played;
}

function thoughts(pressure: Pressure): number {
  const played = awake();
  const before = played.world.tables.minds.thoughts;
  for (let i = 0; i < 600; i++) played.simulation.step(pressure);
  return played.world.tables.minds.thoughts - before;
}

describe('a simulation under pressure', () => {
  it('goes the same way for the same levels', () => {
    fc.assert(
      fc.property(fc.array(anyPressure, { minLength: 5, maxLength: 12 }), (levels) => {
        const hashes = [0, 1].map(() => {
          const crowd = new Crowd({ players: 8, packs: 1, sideM: 64 });
          for (const level of levels) for (let i = 0; i < 20; i++) crowd.step(level);
          return crowd.played.simulation.hash();
        });
        expect(hashes[1]).toBe(hashes[0]);
      }),
      { numRuns: 10 },
    );
  });

  it('lets resting creatures think ever less', () => {
    const counts = ([0, 1, 2, 3] as const).map(thoughts);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[3]).toBeLessThan(counts[0]! / 4);
  });

  it('still moves players at their speed', () => {
    const played = awake();
    const row = played.rowOf(1);
    const from = played.position(row);
    for (let sequence = 1; sequence <= 30; sequence++) {
      const steps = [{ moveX: 1, moveY: 0, facing: 0, ticks: 1 }];
      played.simulation.requests.playerInput(1, { sequence, viewTick: 0, stepsCount: 1, steps });
      played.simulation.step(3);
    }
    expect(played.position(row).x - from.x).toBeCloseTo(2.5, 1);
  });

  it('still lets wolves notice, chase and kill a player, who can stand up again', () => {
    const played = awake();
    const row = played.rowOf(1);
    const wolf = played.creatures(Creature.wolf)[0]!;
    const { x, y } = played.position(wolf);
    played.put(row, x + 4, y);
    const { dead } = played.world.components;
    for (let i = 0; i < 6000 && !dead.has(row); i++) played.simulation.step(3);
    expect(dead.has(row)).toBe(true);
    for (let i = 0; i < 61; i++) played.simulation.step(3);
    played.simulation.requests.respawn(1);
    played.simulation.step(3);
    expect(dead.has(row)).toBe(false);
  });

  it('still lets creatures that were killed come back', () => {
    const played = awake();
    const wolf = played.creatures(Creature.wolf)[0]!;
    const { x, y } = played.position(wolf);
    const row = played.rowOf(1);
    played.world.components.combat.columns.power[row] = 1000;
    played.put(row, x + 1.2, y);
    played.simulation.requests.useSkill(1, { skill: 1, target: played.idAt(wolf) });
    played.simulation.step(3);
    const alive = () => played.creatures(Creature.wolf).length;
    expect(alive()).toBe(1);
    for (let i = 0; i < 700; i++) played.simulation.step(3);
    expect(alive()).toBe(2);
  });
});
