// Prints the world's hash after each tick of a chase through a maze, in which paths are worked out by as many helper
// threads as the first argument says, and what was asked. 'whole' instead of a number: in this thread, nothing before it
// is due.

import type { Deliberation } from '#ports/threads/deliberation.js';
import { MazeChase, mazeContent } from '../../../bench/decisions/maze-chase.js';
import { startHelpers } from '../../../bench/decisions/path-helpers.js';

const [how = '0', ticks = '300'] = process.argv.slice(2);
const options = { cellsAcross: 24, players: 40, creatures: 600, seed: 3 };
const content = await mazeContent(options);
const helped = await startHelpers(content, how === 'whole' ? 0 : Number(how));
const { navigation, queue, deliberation } = helped.paths;
const lazy: Deliberation = {
  ponder: () => undefined,
  settle: (number) => deliberation.settle(number),
  late: 0,
};
const paths = { navigation, queue, deliberation: how === 'whole' ? lazy : deliberation };
const chase = new MazeChase(options, content, paths);
const hashes: string[] = [];
for (let tick = 0; tick < Number(ticks); tick++) {
  chase.step();
  hashes.push(chase.simulation.hash());
}
await helped.stop();
const { routes } = chase.simulation.game.world.tables;
process.stdout.write(
  JSON.stringify({ hashes, asked: queue.asked, followed: routes.followed, late: deliberation.late }),
);
