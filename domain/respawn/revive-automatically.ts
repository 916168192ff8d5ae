// Who has been dead for long stands up by itself.

import { defineSystem } from '../engine/system.js';
import { revive, reviving } from './revive.js';

/** How often the dead are looked at: twice a second. */
const intervalTicks = 30;

export const reviveAutomatically = defineSystem({
  name: 'revive',
  budgetUs: 100,
  ...reviving,
  queries: { deadPlayers: { with: ['player', 'dead'] } },
  run(world, { deadPlayers }) {
    if (world.tick % intervalTicks !== 0) return;
    const { sinceTick } = world.components.dead.columns;
    const { respawnAutomaticTicks } = world.content.rules;
    const { runs, runsEnd } = deadPlayers.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++)
        if (sinceTick[e]! + respawnAutomaticTicks <= world.tick) revive(world, e);
  },
});
