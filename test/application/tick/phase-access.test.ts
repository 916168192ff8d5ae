import { beforeAll, describe, expect, it } from '@jest/globals';
import { besidePhases, conflictOf, phaseAccess } from '#application/tick/phase-access.js';
import type { Access, PhaseName } from '#application/tick/phase-access.js';
import { phaseNames } from '#application/tick/run-tick.js';
import { runProgram } from '../../support/servers/run-program.js';

interface Watched {
  readonly used: Readonly<Record<string, string[]>>;
  readonly changed: Readonly<Record<string, string[]>>;
}

describe('each phase of a tick', () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = (await runProgram('test/simulation/programs/phase-watch.ts', 80_000)) as Watched;
  });

  it('says what it reads and writes', () => {
    expect(Object.keys(phaseAccess)).toEqual(phaseNames);
  });

  it.each(phaseNames)('%s uses and changes no component that it does not declare', (name) => {
    const { reads, writes }: Access = phaseAccess[name as PhaseName];
    expect([...reads, ...writes]).toEqual(expect.arrayContaining(watched.used[name]!));
    expect(writes).toEqual(expect.arrayContaining(watched.changed[name]!));
  });
});

describe('what other threads do beside the phases', () => {
  it.each(Object.entries(besidePhases))('%s conflicts with none but the one that hands over', (_, beside) => {
    const conflicting = Object.entries(phaseAccess)
      .filter(([, access]) => conflictOf(beside, access) !== undefined)
      .map(([name]) => name);
    expect(conflicting).toEqual([beside.handedOverIn]);
  });

  it('conflicts with nothing else beside them', () => {
    const [helpers, gateways] = [besidePhases['path helpers'], besidePhases.gateways];
    expect(conflictOf(helpers, gateways)).toBeUndefined();
  });
});

describe('two systems', () => {
  it('conflict when one writes what the other reads or writes', () => {
    const reads: Access = { reads: ['grid'], writes: [] };
    const writes: Access = { reads: [], writes: ['grid'] };
    expect(conflictOf(reads, reads)).toBeUndefined();
    expect(conflictOf(reads, writes)).toBe('grid');
    expect(conflictOf(writes, reads)).toBe('grid');
    expect(conflictOf(writes, writes)).toBe('grid');
  });
});
