// Prints how much the simulation allocates a tick, in steady state, while 600 creatures chase 40 players through a maze
// along paths.

import { MazeChase, mazeContent } from '../../../bench/decisions/maze-chase.js';
import { bytesPerStep } from '../../support/measure/allocation-meter.js';

const warmUpTicks = 4_000;

const options = { cellsAcross: 24, players: 40, creatures: 600, seed: 3 };
const chase = new MazeChase(options, await mazeContent(options));
for (let tick = 0; tick < warmUpTicks; tick++) chase.step();
const bytesPerTick = bytesPerStep(() => chase.step(), { windows: 60, steps: 200, enoughBytes: 24 });
const { queue, followed } = chase.simulation.game.world.tables.routes;
process.stdout.write(JSON.stringify({ bytesPerTick, asked: queue.asked, followed }));
