// Dead players stand up again: when they ask, after a short wait, or by themselves after a long one (revive-automatically).

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { noteStoodUp } from '../vocabulary/generated/facts.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { rising, standUp } from './stand-up.js';

export const reviving = defineAccess({ rules: [rising], emits: ['stoodUp'] });
export type Reviving = WorldFor<typeof reviving>;

/** Why a player does not stand up now, or `allowed` when it did. */
export function reviveOnRequest(world: Reviving, row: number): Verdict {
  const { dead } = world.components;
  if (!dead.has(row)) return RefusalReason.notDead;
  if (dead.columns.sinceTick[row]! + world.content.rules.respawnWaitTicks > world.tick)
    return RefusalReason.busy;
  return revive(world, row) ? allowed : RefusalReason.busy;
}

/** False when it must wait until there is room to tell of it. */
export function revive(world: Reviving, row: number): boolean {
  const { facts } = world;
  if (!facts.reserve(1)) return false;
  standUp(world, row);
  noteStoodUp(facts, world.idAt(row), world.components.transform.columns.map[row]!);
  return true;
}
