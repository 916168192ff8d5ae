// Prints how much the simulation allocates a tick, in steady state, with 100 players and 200 creatures: in the best of
// several windows, because compiling allocates too, and how long it goes on depends on the machine's other work. What the
// code itself allocates shows in every window.

import v8 from 'node:v8';
import { Crowd } from '../../support/crowd.js';

const warmUpTicks = 6_000;
const windowTicks = 2_500;
const windows = 16;
/** Well below what is asked for; no need to look further. */
const enoughBytes = 128;

/** Since the start, garbage included. */
function allocatedBytes(): number {
  return (v8.getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
}

const crowd = new Crowd({ players: 100, packs: 10, sideM: 256 });
for (let tick = 0; tick < warmUpTicks; tick++) crowd.step();
let bytesPerTick = Infinity;
for (let window = 0; window < windows && bytesPerTick > enoughBytes; window++) {
  const before = allocatedBytes();
  for (let tick = 0; tick < windowTicks; tick++) crowd.step();
  bytesPerTick = Math.min(bytesPerTick, (allocatedBytes() - before) / windowTicks);
}
const { creaturesKilled, playersKilled, saves } = crowd.played.simulation.counters;
process.stdout.write(JSON.stringify({ bytesPerTick, creaturesKilled, playersKilled, saves }));
