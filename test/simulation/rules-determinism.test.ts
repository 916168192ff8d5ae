import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/servers/run-program.js';

interface Run {
  readonly hashes: readonly string[];
  readonly kills: number;
  readonly loot: number;
}

function run(seed: number, ticks: number): Promise<Run> {
  const program = 'test/simulation/programs/crowd-hashes.ts';
  return runProgram(program, 60_000, [String(seed), String(ticks)]) as Promise<Run>;
}

describe('a simulation', () => {
  it('goes the same way in another process, tick by tick, for the same content, seed and commands', async () => {
    const first = await run(7, 1_800);
    const second = await run(7, 1_800);
    expect(first.kills).toBeGreaterThan(5);
    expect(first.loot).toBeGreaterThan(0);
    expect(new Set(first.hashes).size).toBe(1_800);
    expect(second).toEqual(first);
  }, 130_000);

  it('goes another way for another seed', async () => {
    const one = await run(7, 30);
    const other = await run(8, 30);
    expect(other.hashes.at(-1)).not.toBe(one.hashes.at(-1));
  }, 130_000);
});
