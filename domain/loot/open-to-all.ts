// What lay on the ground for one character is for the others who may take it, else for anybody, when there is no such
// character any more.

import type { Query } from '../engine/ecs/query.js';
import type { WorldOf } from '../engine/system.js';
import { lootOthersMax } from './columns.js';
import { noteLaid, type Laying } from './lay-units.js';

/** `lying`: all that lies on the ground. As much as there is room to tell of; true when none is left. */
export function openToAll(world: Laying & WorldOf<never, 'loot'>, lying: Query, character: number): boolean {
  const { owner, others } = world.components.loot.columns;
  const { runs, runsEnd } = lying.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let row = runs[r]!; row < runs[r + 1]!; row++) {
      dropOther(others, row, character);
      if (owner[row] !== character) continue;
      if (!world.facts.reserve(1)) return false;
      owner[row] = others[row * lootOthersMax]!;
      dropOther(others, row, owner[row]!);
      noteLaid(world, row);
    }
  return true;
}

function dropOther(others: Uint32Array, row: number, character: number): void {
  const end = (row + 1) * lootOthersMax;
  let to = row * lootOthersMax;
  for (let at = to; at < end; at++) if (others[at] !== character) others[to++] = others[at]!;
  others.fill(0, to, end);
}
