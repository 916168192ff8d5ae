// How dead players stand in the world again: at the bind point of the map, weakened.

import { teleport } from '../body/movement.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';

export const rising = defineAccess({ writes: ['transform', 'player', 'vitals', 'combat', 'dead'] });
type Rising = WorldFor<typeof rising>;

/** A dead player lives again at the bind point of the map where it died, with a part of its health and mana. */
export function standUp(world: Rising, row: number): void {
  const { transform, vitals, combat, dead } = world.components;
  const { respawnHealthShare, respawnManaShare } = world.content.rules;
  const { health, healthMax, mana, manaMax } = vitals.columns;
  const map = transform.columns.map[row]!;
  const { bindPoint } = world.maps[map]!;
  teleport(world, row, map, bindPoint.x, bindPoint.y, bindPoint.facing);
  dead.remove(row);
  health[row] = shareOf(healthMax[row]!, respawnHealthShare);
  mana[row] = Math.floor(manaMax[row]! * respawnManaShare);
  combat.columns.inCombatUntilTick[row] = world.tick;
  combat.columns.target[row] = 0;
}

/** Whole points, at least one: nobody stands up dead. */
export function shareOf(max: number, share: number): number {
  return Math.min(max, Math.max(1, Math.floor(max * share)));
}
