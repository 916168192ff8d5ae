// Where and by whom creatures' paths are found: the graphs of all maps, the questions that wait, and who works them out.

import type { Content } from '../../content/content.js';
import type { ColumnMemory } from '../../engine/ecs/columns.js';
import { buildNavigation } from './navigation.js';
import type { Navigation } from './navigation.js';
import { PathFinder } from './path-finder.js';
import { PathQueue } from './path-queue.js';
import { PonderInTurn } from './ponder-in-turn.js';
import type { Ponderer } from './ponder-in-turn.js';

export interface SharedPaths {
  readonly navigation: Navigation;
  readonly queue: PathQueue;
  readonly deliberation: Ponderer;
}

/** All of it in the simulation's own thread. */
export function ownPaths(content: Content, memory: ColumnMemory): SharedPaths {
  const navigation = buildNavigation(content, memory);
  const queue = PathQueue.in(memory);
  const deliberation = new PonderInTurn(new PathFinder(navigation, queue.columns));
  return { navigation, queue, deliberation };
}
