import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../../support/servers/run-program.js';

// In steady state nothing is allocated on purpose. What is left, about 10 bytes a tick, are doubles of what happens so
// seldom that it was never compiled (deaths, levels, a path begun). One double of 16 bytes for one in a hundred of those
// who move would be 48.
const bytesPerTickMax = 48;

describe('a hundred players moving and fighting', () => {
  it('make the simulation allocate next to nothing', async () => {
    const result = await runProgram('test/simulation/programs/crowd-allocation.ts', 120_000);
    const { bytesPerTick, creaturesKilled, playersKilled, saves } = result as Record<string, number>;
    expect(creaturesKilled).toBeGreaterThan(10);
    expect(playersKilled).toBeGreaterThan(0);
    expect(saves).toBeGreaterThan(1000);
    expect(bytesPerTick).toBeLessThan(bytesPerTickMax);
  }, 130_000);
});

describe('a hundred players making things', () => {
  it('make the simulation allocate next to nothing', async () => {
    const result = await runProgram('test/simulation/programs/crafting-allocation.ts', 120_000);
    const { bytesPerTick, atWork, skill } = result as Record<string, number>;
    expect(atWork).toBeGreaterThan(50);
    expect(skill).toBeGreaterThan(1000);
    expect(bytesPerTick).toBeLessThan(bytesPerTickMax);
  }, 130_000);
});

describe('six hundred creatures on their paths', () => {
  it('make the simulation allocate next to nothing', async () => {
    const result = await runProgram('test/simulation/programs/maze-allocation.ts', 120_000);
    const { bytesPerTick, asked, followed } = result as Record<string, number>;
    expect(asked).toBeGreaterThan(1000);
    expect(followed).toBeGreaterThan(1000);
    expect(bytesPerTick).toBeLessThan(bytesPerTickMax);
  }, 130_000);
});
