import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/run-program.js';

// In steady state nothing is allocated on purpose. What is left are a few doubles of rare events (a creature that chooses
// where to stroll, the dice of a blow), and what happens when somebody dies or levels. One boxed double of 16 bytes for
// each of the 100 players and 200 creatures would be 4,800.
const bytesPerTickMax = 512;

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
