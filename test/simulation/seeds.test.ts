// Some seeds of the simulator in every test run; `npm run simulate -- --seeds N` does more. See src/simulate.

import { describe, expect, it } from '@jest/globals';
import { requireContent } from '#src/process/require-content.js';
import { checkSeed } from '#src/simulate/check-seed.js';
import { runSeed } from '#src/simulate/run-seed.js';
import { hostileKinds, scenarioOf } from '#src/simulate/scenario.js';
import { parseSimulateFlags } from '#src/simulate/simulate-flags.js';

const seeds = [1, 4, 22, 29];

describe('a whole server over a bad network, with mishaps and hostile clients', () => {
  it.each(seeds)('seed %i: all is well in the end, and a second run goes the same way', async (seed) => {
    const verdict = await checkSeed(await requireContent('content'), seed, seed === 29);
    expect(verdict.broken).toEqual([]);
    expect(verdict.steps).toBeGreaterThan(270);
  });
});

describe('sessions of a seed', () => {
  it('replace their keys again and again where the scenario says so', async () => {
    const { met, broken } = await runSeed(await requireContent('content'), 56);
    expect(scenarioOf(56).session.rekey).toBeDefined();
    expect(broken).toEqual([]);
    expect(met.rekeys).toBeGreaterThan(16);
  });
});

describe('scenarios', () => {
  it('hostile clients of every kind, mishaps, lost sessions, new keys and two gateways occur within 500 seeds', () => {
    const scenarios = Array.from({ length: 500 }, (_unused, seed) => scenarioOf(seed));
    for (const kind of hostileKinds)
      expect(scenarios.some(({ hostile }) => hostile.includes(kind))).toBe(true);
    expect(scenarios.some(({ mishaps }) => mishaps.partition > 0 && mishaps.move > 0)).toBe(true);
    expect(scenarios.some(({ gateways }) => gateways === 2)).toBe(true);
    expect(
      scenarios.some(
        ({ session, mishaps }) => session.rekey && session.timeoutMs && mishaps.partition && mishaps.move,
      ),
    ).toBe(true);
    expect(Math.max(...scenarios.map(({ players }) => players))).toBeGreaterThan(35);
  });

  it('a wrong flag is told by its name', () => {
    expect(parseSimulateFlags(['--seeds', 'many'], 2)).toEqual({
      kind: 'faulty',
      problems: ['--seeds many: must be a whole number from 1 to 1000000'],
    });
    expect(parseSimulateFlags(['--seeds', '3', '--first', '9'], 2)).toMatchObject({
      flags: { seeds: 3, first: 9, jobs: 2, replayEvery: 4 },
    });
  });
});
