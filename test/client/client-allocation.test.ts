import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/servers/run-program.js';

// A number with a fraction costs 16 bytes wherever the engine does not inline the call that passes it. A few such calls a
// frame may be left; one for each of the sixty would be 30 times as much.
const fewNumbersBytes = 64;

describe('a client that plays among sixty others', () => {
  it('allocates nothing for each entity in snapshots, predicted steps, corrections and frames', async () => {
    const result = await runProgram('test/simulation/programs/client-allocation.ts', 60_000);
    const { bytesPerFrame, known, corrections } = result as Record<string, number>;
    expect(known).toBe(60);
    expect(corrections).toBeGreaterThan(1000);
    expect(bytesPerFrame).toBeLessThan(fewNumbersBytes);
  }, 70_000);
});
