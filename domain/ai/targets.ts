// Whom a creature turns against: the most hated who can still be fought, else the nearest player it notices.

import { resent } from '../combat/harm.js';
import type { CreatureDefinition } from '../content/generated/definitions.js';
import { EntityKind } from '../vocabulary/generated/words.js';
import type { WorldOf } from '../engine/system.js';
import { enemyRefusal } from '../skills/skill-refusal.js';
import type { Foes } from '../skills/skill-refusal.js';
import { allowed } from '../vocabulary/verdict.js';
import { seeEachOther } from '../space/line-of-sight.js';

/** Threat of being noticed: less than any blow, so that whoever hits first is preferred to whoever came near first. */
const noticedThreat = 0.5;
/** Entities looked at when a creature looks round; in a thicker crowd it notices some of the crowd. */
const noticedMax = 256;

/** Who looks for somebody to fight. */
export type Onlookers = Foes & WorldOf<'dead' | 'player', 'threats'>;

const nearby = new Uint16Array(noticedMax);

/**
 * The id of the most hated attacker who can be fought now, 0 for none. Those who are gone,
 * dead or safe are no longer hated, but what they did still earns them their share.
 */
export function hatedTarget(world: Onlookers, creature: number): number {
  const { threats } = world.tables;
  const { transform, dead } = world.components;
  const { map } = transform.columns;
  for (;;) {
    const hated = threats.mostHated(creature);
    if (hated === 0) return 0;
    const row = world.rowOf(hated);
    const isHere = row !== 0 && map[row] === map[creature];
    if (isHere && !dead.has(row) && enemyRefusal(world, creature, row) === allowed) return hated;
    threats.forgive(creature, hated);
  }
}

/** Notices the nearest player in sight within the creature's aggro range, and hates it a little. Returns its id or 0. */
export function noticeTarget(
  world: Onlookers & WorldOf<'grid'>,
  creature: number,
  definition: CreatureDefinition,
): number {
  if (definition.aggroRangeM <= 0) return 0;
  const { transform, identity, dead } = world.components;
  const { map, x, y } = transform.columns;
  const { kind } = identity.columns;
  const atX = x[creature]!;
  const atY = y[creature]!;
  const count = world.tables.grid.around(transform, creature, definition.aggroRangeM, nearby);
  let nearest = 0;
  let nearestSquared = Infinity;
  for (let i = 0; i < count; i++) {
    const row = nearby[i]!;
    if (kind[row] !== EntityKind.player || !world.store.entities.isAlive(row) || dead.has(row)) continue;
    if (enemyRefusal(world, creature, row) !== allowed) continue;
    const dx = x[row]! - atX;
    const dy = y[row]! - atY;
    const squared = dx * dx + dy * dy;
    if (squared >= nearestSquared) continue;
    if (!seeEachOther(world.maps[map[creature]!]!, transform, creature, row)) continue;
    nearest = row;
    nearestSquared = squared;
  }
  if (nearest === 0) return 0;
  resent(world, creature, nearest, noticedThreat, 0);
  return world.idAt(nearest);
}
