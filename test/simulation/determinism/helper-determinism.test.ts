import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../../support/servers/run-program.js';

interface Run {
  readonly hashes: readonly string[];
  readonly asked: number;
  readonly followed: number;
  readonly late: number;
}

function run(how: string): Promise<Run> {
  return runProgram('test/simulation/programs/maze-hashes.ts', 80_000, [how, '240']) as Promise<Run>;
}

describe('six hundred creatures that chase players through a maze', () => {
  it('go the same ways tick by tick with no helper thread, with one and with three', async () => {
    const alone = await run('0');
    expect(alone.asked).toBeGreaterThan(1000);
    expect(alone.followed).toBeGreaterThan(500);
    expect(new Set(alone.hashes).size).toBe(240);
    // Its own share of each tick was enough, so nothing had to be hurried.
    expect(alone.late).toBe(0);
    for (const how of ['whole', '1', '3']) expect((await run(how)).hashes).toEqual(alone.hashes);
  }, 330_000);
});
