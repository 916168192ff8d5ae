// Whether two players can trade, when they begin and as long as they do.

import { isInCombat } from '../combat/harm.js';
import type { WorldOf } from '../engine/system.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

export type Meeting = WorldOf<'transform' | 'player' | 'combat' | 'dead'>;

/** Why the player at `row` cannot trade with the one at `other`, 0 for an id that names nothing. */
export function meetingRefusal(world: Meeting, row: number, other: number): Verdict {
  const { player, dead } = world.components;
  if (other === 0) return RefusalReason.unknownTarget;
  if (other === row || !player.has(other)) return RefusalReason.invalidTarget;
  // Its session is gone, so nobody is there to agree.
  if (player.columns.session[other] === 0) return RefusalReason.invalidTarget;
  if (dead.has(row)) return RefusalReason.dead;
  if (dead.has(other)) return RefusalReason.invalidTarget;
  if (isInCombat(world, row) || isInCombat(world, other)) return RefusalReason.notAllowed;
  return areNear(world, row, other) ? allowed : RefusalReason.outOfRange;
}

export function areNear(world: WorldOf<'transform'>, row: number, other: number): boolean {
  const { map, x, y } = world.components.transform.columns;
  if (map[row] !== map[other]) return false;
  const dx = x[other]! - x[row]!;
  const dy = y[other]! - y[row]!;
  const reach = world.content.rules.tradeRangeM;
  return dx * dx + dy * dy <= reach * reach;
}
