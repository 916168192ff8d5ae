// An operator helps somebody who is stuck or hurt.

import { teleport } from '../body/movement.js';
import { heal } from '../combat/harm.js';
import type { WorldOf } from '../engine/system.js';
import { findFreeGround } from '../space/free-ground.js';
import type { Ground } from '../space/free-ground.js';
import { noteStruck, noteTravelled } from '../vocabulary/generated/facts.js';
import { CombatOutcome, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

/** How far from the place that was named a free one is looked for, in metres. */
const nudgeM = 2;

const ground: Ground = { x: 0, y: 0 };

/** All health and mana that the living player at `row` can have. Whoever died has to stand up first. */
export function healFully(world: WorldOf<'dead', 'vitals'>, row: number): Verdict {
  if (world.components.dead.has(row)) return RefusalReason.dead;
  const { health, healthMax, mana, manaMax } = world.components.vitals.columns;
  mana[row] = manaMax[row]!;
  const given = heal(world, row, healthMax[row]! - health[row]!);
  const id = world.idAt(row);
  noteStruck(world.facts, id, id, 0, CombatOutcome.healed, given);
  return allowed;
}

/**
 * Puts the living player at `row` on a map, at metres from its corner or the nearest free ground. A trade with who stays
 * behind ends, as by a portal.
 */
export function carryTo(
  world: WorldOf<'dead' | 'motion', 'transform' | 'player'>,
  row: number,
  map: number,
  x: number,
  y: number,
): Verdict {
  if (world.components.dead.has(row)) return RefusalReason.dead;
  const radius = world.components.motion.columns.radius[row]!;
  if (!findFreeGround(world.maps[map]!, x, y, radius, nudgeM, ground)) return RefusalReason.invalidTarget;
  if (!world.facts.reserve(1)) return RefusalReason.busy;
  teleport(world, row, map, ground.x, ground.y, world.components.transform.columns.facing[row]!);
  noteTravelled(world.facts, world.idAt(row), map, ground.x, ground.y);
  return allowed;
}
