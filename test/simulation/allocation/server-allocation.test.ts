import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../../support/servers/run-program.js';

// What is left, about 150 bytes, are saves, deaths and the doubles of rare events, and what the compiler makes of readings of
// the clock. One object of 32 bytes for each packet of a tick would be 4,300.
const bytesPerTickMax = 256;

describe('a whole server with a hundred clients', () => {
  it('allocates next to nothing on the packet and tick path', async () => {
    const result = (await runProgram('test/simulation/programs/server-allocation.ts', 400_000)) as Record<
      string,
      number
    > & { readonly allocators: readonly string[] };
    expect(result['playing']).toBe(100);
    expect(result['packetsInPerTick']).toBeGreaterThan(99);
    expect(result['packetsOutPerTick']).toBeGreaterThan(30);
    const isTooMuch = result['bytesPerTick']! >= bytesPerTickMax;
    // Who it was, in 500 ticks: seen on busy machines only, so that the message has to tell.
    expect(isTooMuch ? result.allocators : []).toEqual([]);
    expect(result['bytesPerTick']).toBeLessThan(bytesPerTickMax);
  }, 410_000);
});
