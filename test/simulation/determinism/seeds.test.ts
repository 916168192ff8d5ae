// Some seeds of the simulator in every test run; `npm run simulate -- --seeds N` does more. See src/simulate.

import { describe, expect, it } from '@jest/globals';
import { requireContent } from '#src/process/require-content.js';
import { checkSeed } from '#src/simulate/check-seed.js';
import { runSeed } from '#src/simulate/run-seed.js';
import { hostileKinds, scenarioOf } from '#src/simulate/scenario.js';
import { parseSimulateFlags } from '#src/simulate/simulate-flags.js';

const seeds = [1, 4, 22, 29];
/** One whose sessions replace their keys often. */
const rekeyingSeed = 56;

describe('a whole server over a bad network, with mishaps and hostile clients', () => {
  it.each(seeds)('seed %i: all is well in the end, and a second run goes the same way', async (seed) => {
    const verdict = await checkSeed(await requireContent('content'), seed, true);
    expect(verdict.broken).toEqual([]);
    // Of both runs together.
    expect(verdict.steps).toBeGreaterThan(2 * 270);
  });
});

describe('sessions of a seed', () => {
  it('replace their keys again and again where the scenario says so', async () => {
    const content = await requireContent('content');
    const first = await runSeed(content, rekeyingSeed);
    expect(scenarioOf(rekeyingSeed).session.rekey).toBeDefined();
    expect(first.broken).toEqual([]);
    expect(first.met.rekeys).toBeGreaterThan(16);
    expect(first.met.membersCame).toBeGreaterThan(4);
    expect(await runSeed(content, rekeyingSeed)).toEqual(first);
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
      flags: { seeds: 3, first: 9, jobs: 2, replayEvery: 1 },
    });
  });
});
