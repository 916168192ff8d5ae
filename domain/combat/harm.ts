// Where blows and healing are applied, and who is in a fight. Health changes only here and in regeneration, so that it
// stays a whole number from 0 to its maximum. All entities are named by row.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import type { WorldOf } from '../engine/system.js';
import { tagStrike } from './tag-strike.js';

export const fighting = defineAccess({
  reads: ['creature', 'player', 'parties'],
  writes: ['vitals', 'combat', 'dead', 'motion', 'threats'],
});
export type Fighters = WorldFor<typeof fighting>;

/**
 * Takes up to `points` from a living `target`; one whose health reaches 0 is dead from now on. Whoever calls this tells it
 * as a fact, and what a death leads to follows from that. Returns the points really taken.
 */
export function harm(world: Fighters, source: number, target: number, points: number): number {
  const { vitals, dead, creature, motion } = world.components;
  const { health } = vitals.columns;
  const taken = Math.min(points, health[target]!);
  health[target] = health[target]! - taken;
  rouse(world, source);
  rouse(world, target);
  // One who only missed is hated too.
  if (creature.has(target)) {
    const entry = resent(world, target, source, Math.max(1, points), taken);
    if (entry >= 0) tagStrike(world, target, entry);
  }
  if (health[target] === 0) {
    dead.add(target);
    dead.columns.sinceTick[target] = world.tick;
    motion.columns.wishX[target] = 0;
    motion.columns.wishY[target] = 0;
  }
  return taken;
}

/** A creature holds something against an attacker. Returns its entry in the table of threats, -1 when there is no room. */
export function resent(
  world: WorldOf<'player', 'threats'>,
  creature: number,
  attacker: number,
  threat: number,
  damage: number,
): number {
  const { player } = world.components;
  const character = player.has(attacker) ? player.columns.character[attacker]! : 0;
  return world.tables.threats.add(creature, world.idAt(attacker), character, threat, damage);
}

/** Gives back up to `points`. Returns the points really given. */
export function heal(world: WorldOf<never, 'vitals'>, target: number, points: number): number {
  const { health, healthMax } = world.components.vitals.columns;
  const given = Math.max(0, Math.min(points, healthMax[target]! - health[target]!));
  health[target] = health[target]! + given;
  return given;
}

/** Is in a fight from now until nothing happened for as long as the rules say. */
export function rouse(world: WorldOf<never, 'combat'>, row: number): void {
  world.components.combat.columns.inCombatUntilTick[row] = world.tick + world.content.rules.inCombatTicks;
}

export function isInCombat(world: WorldOf<'combat'>, row: number): boolean {
  return world.components.combat.columns.inCombatUntilTick[row]! > world.tick;
}
