// Prints how much the simulation allocates a tick, in steady state, with 100 players and 200 creatures.

import { bytesPerStep } from '../../support/measure/allocation-meter.js';
import { Crowd } from '../../support/worlds/crowd.js';

const warmUpTicks = 6_000;

const crowd = new Crowd({ players: 100, packs: 10, sideM: 256 });
for (let tick = 0; tick < warmUpTicks; tick++) crowd.step();
const bytesPerTick = bytesPerStep(() => crowd.step(), { windows: 60, steps: 500, enoughBytes: 24 });
const { counters, game } = crowd.played.simulation;
const { creaturesKilled, playersKilled } = game.factCounts;
const { saves } = counters;
process.stdout.write(JSON.stringify({ bytesPerTick, creaturesKilled, playersKilled, saves }));
