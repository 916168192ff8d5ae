// The watch over phases sees what a phase looks at by way of something that was constructed before it, or in an earlier tick:
// each way is planted. What it does not see, no declaration is held to.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { phaseNames } from '#application/tick/phases.js';
import { queryOf } from '#domain/engine/system.js';
import { PhaseWatch } from '../../support/worlds/phase-watch.js';
import { Played } from '../../support/worlds/played-simulation.js';

const [one, other] = [0, 1];

describe('a watched world', () => {
  const make = () => {
    const [played, watch] = PhaseWatch.over(
      () => new Played(),
      ({ simulation }) => simulation.game,
    );
    const { world } = played.simulation.game;
    const during = (phase: number, run: () => void): string[] => {
      const used = watch.used.get(phaseNames[phase]!)!;
      used.clear();
      watch.begin(phase);
      run();
      watch.end();
      return [...used];
    };
    return { world, during };
  };
  let world: ReturnType<typeof make>['world'];
  let during: ReturnType<typeof make>['during'];
  beforeEach(() => {
    ({ world, during } = make());
  });

  it('tells of a component that was kept', () => {
    const { vitals } = world.components;
    expect(during(one, () => vitals.has(1))).toEqual(['vitals']);
    expect(during(one, () => vitals.columns.health)).toEqual(['vitals']);
    expect(during(one, () => undefined)).toEqual([]);
  });

  it('tells of a column, or of who has a component, that was kept', () => {
    const { health } = world.components.vitals.columns;
    const { members } = world.components.dead;
    expect(during(one, () => health[1])).toEqual(['vitals']);
    expect(during(other, () => (health[1] = 5))).toEqual(['vitals']);
    expect(during(one, () => members[0])).toEqual(['dead']);
    expect(health[1]).toBe(5);
  });

  it('tells of what is kept at the first look of a phase', () => {
    let kept: Float64Array | undefined;
    const lazy = (): number => (kept ??= world.components.transform.columns.x)[1]!;
    during(one, lazy);
    expect(during(one, lazy)).toEqual(['transform']);
    expect(during(other, lazy)).toEqual(['transform']);
  });

  it('tells of a table that was kept, of its arrays and of what it does', () => {
    const { grid, wakefulness, random } = world.tables;
    const { entities } = grid;
    expect(during(one, () => entities[0])).toEqual(['grid']);
    expect(during(one, () => grid.count)).toEqual(['grid']);
    expect(during(one, () => wakefulness.isAwake(0, 0))).toEqual(['wakefulness']);
    const { loot } = random;
    expect(during(one, () => loot.next())).toEqual(['random']);
  });

  it('tells of what a query asks for', () => {
    const query = queryOf(world, { with: ['transform'], without: ['dead'] });
    expect(during(one, () => query.refresh()).sort()).toEqual(['dead', 'transform']);
  });

  it('takes the end of an entity for no look at its components', () => {
    expect(during(one, () => world.store.destroy(world.rowOf(world.store.create(0))))).toEqual(['entities']);
  });
});
