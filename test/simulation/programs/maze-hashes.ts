// Prints the world's hash after each tick of a chase through a maze, in which paths are worked out by as many helper
// threads as the first argument says, and what was asked. 'whole' instead of a number: in this thread, nothing before it
// is due.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SharedDeliberation, createDeliberation } from '#adapters/shared-memory/shared-deliberation.js';
import { PonderInTurn } from '#application/simulation/ponder-in-turn.js';
import { sharedMemory } from '#domain/ecs/columns.js';
import { buildNavigation } from '#domain/navigation/navigation.js';
import { PathFinder } from '#domain/navigation/path-finder.js';
import { PathQueue } from '#domain/navigation/path-queue.js';
import type { Deliberation } from '#ports/deliberation.js';
import { MazeChase, mazeContent } from '../../support/maze-chase.js';

const [how = '0', ticks = '300'] = process.argv.slice(2);
const helpers = how === 'whole' ? 0 : Number(how);
const options = { cellsAcross: 24, players: 40, creatures: 600, seed: 3 };
const content = mazeContent(options);
const paths = createDeliberation(buildNavigation(content, sharedMemory));
const stop = new SharedArrayBuffer(4);
const workers = Array.from(
  { length: helpers },
  () =>
    new Worker(new URL('../../../dist/src/game-server/helper-worker.js', import.meta.url), {
      workerData: { paths, stop },
    }),
);
await Promise.all(workers.map((worker) => once(worker, 'message')));

function deliberation(): Deliberation {
  if (helpers > 0) return new SharedDeliberation(paths);
  const inTurn = new PonderInTurn(new PathFinder(paths.navigation, paths.columns));
  if (how !== 'whole') return inTurn;
  return { ponder: () => undefined, settle: (number) => inTurn.settle(number), late: 0 };
}

const queue = new PathQueue(paths.columns);
const chase = new MazeChase(options, content, {
  navigation: paths.navigation,
  queue,
  deliberation: deliberation(),
});
const hashes: string[] = [];
for (let tick = 0; tick < Number(ticks); tick++) {
  chase.step();
  hashes.push(chase.played.simulation.hash());
}
Atomics.store(new Int32Array(stop), 0, 1);
const { routes, deliberation: used } = chase.played.simulation.game;
process.stdout.write(
  JSON.stringify({
    hashes,
    asked: queue.asked,
    answered: queue.answered,
    followed: routes.followed,
    late: used.late,
  }),
);
