// Prints how much the simulation allocates a tick, in steady state, with 100 players and 200 creatures.

import v8 from 'node:v8';
import { Crowd } from '../../support/crowd.js';

const warmUpTicks = 6_000;
const ticks = 10_000;

/** Since the start, garbage included. */
function allocatedBytes(): number {
  return (v8.getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
}

const crowd = new Crowd({ players: 100, packs: 10, sideM: 256 });
for (let tick = 0; tick < warmUpTicks; tick++) crowd.step();
const before = allocatedBytes();
for (let tick = 0; tick < ticks; tick++) crowd.step();
const after = allocatedBytes();
const { creaturesKilled, playersKilled, saves } = crowd.played.simulation.counters;
process.stdout.write(
  JSON.stringify({ bytesPerTick: (after - before) / ticks, creaturesKilled, playersKilled, saves }),
);
