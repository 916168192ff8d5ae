// Dead players stand up again: when they ask, after a short wait, or by themselves after a long one.

import { defineSystem } from '../engine/system.js';
import { noteStoodUp } from '../vocabulary/generated/facts.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { standUp } from './stand-up.js';
import type { Rising } from './stand-up.js';

/** How often the dead are looked at: twice a second. */
const intervalTicks = 30;

/** Why a player does not stand up now, or `allowed` when it did. */
export function reviveOnRequest(world: Rising, row: number): Verdict {
  const { dead } = world.components;
  if (!dead.has(row)) return RefusalReason.notDead;
  if (dead.columns.sinceTick[row]! + world.content.rules.respawnWaitTicks > world.tick)
    return RefusalReason.busy;
  return revive(world, row) ? allowed : RefusalReason.busy;
}

export const reviveAutomatically = defineSystem({
  name: 'revive',
  budgetUs: 100,
  reads: [],
  writes: ['transform', 'player', 'vitals', 'combat', 'dead'],
  emits: ['stoodUp'],
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

/** False when it must wait until there is room to tell of it. */
function revive(world: Rising, row: number): boolean {
  const { facts } = world;
  if (!facts.reserve(1)) return false;
  standUp(world, row);
  noteStoodUp(facts, world.idAt(row), world.components.transform.columns.map[row]!);
  return true;
}
