// How many players are on each map: creatures of a map without players may sleep.

import type { Query } from '../engine/ecs/query.js';
import { defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';

declare module '../engine/registry.js' {
  interface Tables {
    /** By index of the map, as of the last `countPlayers`. */
    playersOnMap: Uint32Array;
  }
}

export const playersOnMap = defineTable({
  name: 'playersOnMap',
  create: ({ maps }) => new Uint32Array(maps.length),
});

/** Once a tick, before systems that let creatures sleep. `players`: all with a place. */
export function countPlayers(
  { tables, components }: WorldOf<'transform', 'playersOnMap'>,
  players: Query,
): void {
  const { playersOnMap: counts } = tables;
  const { map } = components.transform.columns;
  counts.fill(0);
  const { runs, runsEnd } = players.refresh();
  for (let r = 0; r < runsEnd; r += 2) for (let e = runs[r]!; e < runs[r + 1]!; e++) counts[map[e]!]!++;
}
