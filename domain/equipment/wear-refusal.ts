// Why somebody may not put something on.

import type { WorldOf } from '../engine/system.js';
import { equipSlots, isWornOut } from '../inventory/equip-slots.js';
import type { Bag } from '../ledger/bag.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

/** What lies in a slot of a bag, on the place of the body that `place` numbers. */
export function wearRefusal(
  world: WorldOf<'identity'>,
  row: number,
  bag: Bag,
  slot: number,
  place: number,
): Verdict {
  const item = world.content.items[bag.itemAt(slot)];
  if (item === undefined || place === 0 || equipSlots[item.equipSlot] !== place)
    return RefusalReason.requirementsNotMet;
  if (world.components.identity.columns.level[row]! < item.levelMin) return RefusalReason.requirementsNotMet;
  return isWornOut(item, bag.columns.wear[bag.first + slot]!) ? RefusalReason.wornOut : allowed;
}
