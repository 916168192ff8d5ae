import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/run-program.js';

// In steady state nothing is allocated on purpose. What is left are doubles that the compiler has not yet learned to
// keep out of the heap, and what happens when somebody dies or levels. One boxed double of 16 bytes for each of the 100
// players and 200 creatures would be 4,800.
const bytesPerTickMax = 2048;

describe('a hundred players moving and fighting', () => {
  it('make the simulation allocate next to nothing over 10,000 ticks', async () => {
    const result = await runProgram('test/simulation/programs/crowd-allocation.ts', 120_000);
    const { bytesPerTick, creaturesKilled, playersKilled, saves } = result as Record<string, number>;
    expect(creaturesKilled).toBeGreaterThan(10);
    expect(playersKilled).toBeGreaterThan(0);
    expect(saves).toBeGreaterThan(1000);
    expect(bytesPerTick).toBeLessThan(bytesPerTickMax);
  }, 130_000);
});
