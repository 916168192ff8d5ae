import { beforeAll, describe, expect, it } from '@jest/globals';
import { besidePhases, conflictOf } from '#application/tick/access.js';
import type { Access } from '#application/tick/access.js';
import { ruleComponents } from '#application/publishing/frame-rules.js';
import { sourceComponents } from '#application/publishing/generated/frame-update.js';
import { phaseNames, phases } from '#application/tick/phases.js';
import { systems } from '#domain/game.js';
import { runProgram } from '../../support/servers/run-program.js';

interface Watched {
  readonly used: Readonly<Record<string, string[]>>;
  readonly changed: Readonly<Record<string, string[]>>;
  readonly emitted: Readonly<Record<string, string[]>>;
  readonly worked: readonly string[];
  readonly leaking: readonly string[];
}

describe('each phase of a tick', () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = (await runProgram('test/simulation/programs/phase-watch.ts', 240_000)) as Watched;
  }, 250_000);

  it('has a name of its own, and the systems of the domain stand together in their order', () => {
    expect(new Set(phaseNames).size).toBe(phases.length);
    const first = phaseNames.indexOf(systems[0]!.name);
    expect(phaseNames.slice(first, first + systems.length)).toEqual(systems.map(({ name }) => name));
  });

  // What it does with nothing to do shows nothing: a new system is given something to do in one of the played worlds.
  it.each(systems)('$name had something to do', ({ name }) => {
    expect(watched.worked).toContain(name);
  });

  it.each(phases)('$name uses and changes nothing that it does not declare', ({ name, reads, writes }) => {
    expect([...reads, ...writes]).toEqual(expect.arrayContaining(watched.used[name]!));
    expect(writes).toEqual(expect.arrayContaining(watched.changed[name]!));
  });

  // It keeps their columns from before: what the schema publishes has to be seen all the same.
  it('publish uses all that the frame shows', () => {
    expect(watched.used['publish']).toEqual(
      expect.arrayContaining([...sourceComponents, ...ruleComponents, 'grid']),
    );
  });

  it.each(phases)('$name writes no fact that it does not declare', ({ name, emits }) => {
    expect(emits).toEqual(expect.arrayContaining(watched.emitted[name]!));
  });

  it('leaves no room reserved for durable facts at the end of its tick', () => {
    expect(watched.leaking).toEqual([]);
  });

  it('writes, taken together, the facts of fights, deaths, loot and travel', () => {
    const emitted = new Set(Object.values(watched.emitted).flat());
    for (const fact of [
      'struck',
      'died',
      'killCredited',
      'experienceChanged',
      'coinsChanged',
      'stackChanged',
      'laidOnGround',
      'stoodUp',
    ])
      expect(emitted).toContain(fact);
  });
});

describe('a table of the world', () => {
  it('is made by one system', () => {
    const names = systems.flatMap(({ owns }) => owns.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  it('is written by the system that makes it, or by one that runs in the same tick', () => {
    for (const { owns } of systems)
      for (const { name } of owns) {
        const readers = systems.filter(({ reads, writes }) => [...reads, ...writes].includes(name));
        // Counters and indexes that only commands write are declared by nobody else.
        if (!['stepCounters', 'characters', 'directory'].includes(name)) expect(readers).not.toEqual([]);
      }
  });
});

describe('what other threads do beside the phases', () => {
  it.each(Object.entries(besidePhases))('%s conflicts with none but the one that hands over', (_, beside) => {
    const conflicting = phases.filter((phase) => conflictOf(beside, phase) !== undefined);
    expect(conflicting.map(({ name }) => name)).toEqual([beside.handedOverIn]);
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
