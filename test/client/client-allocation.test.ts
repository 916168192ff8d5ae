import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../support/run-program.js';

describe('a client that plays among sixty others', () => {
  it('allocates nothing for snapshots, predicted steps, corrections and frames', async () => {
    const result = await runProgram('test/simulation/programs/client-allocation.ts', 60_000);
    const { bytesPerFrame, known, corrections } = result as Record<string, number>;
    expect(known).toBe(60);
    expect(corrections).toBeGreaterThan(1000);
    expect(bytesPerFrame).toBeLessThan(8);
  }, 70_000);
});
