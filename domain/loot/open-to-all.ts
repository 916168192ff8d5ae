// What lay on the ground for one character alone is for anybody, when there is no such character any more.

import type { Query } from '../engine/ecs/query.js';
import type { WorldOf } from '../engine/system.js';
import { noteLaid, type Laying } from './lay-units.js';

/** `lying`: all that lies on the ground. As much as there is room to tell of; true when none is left. */
export function openToAll(world: Laying & WorldOf<never, 'loot'>, lying: Query, character: number): boolean {
  const { owner } = world.components.loot.columns;
  const { runs, runsEnd } = lying.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let row = runs[r]!; row < runs[r + 1]!; row++) {
      if (owner[row] !== character) continue;
      if (!world.facts.reserve(1)) return false;
      owner[row] = 0;
      noteLaid(world, row);
    }
  return true;
}
