// What a piece is made with: worn or in the bag, what is worn first. It wears by one with each piece, whatever comes of it.

import type { WorldOf } from '../engine/system.js';
import { pointAtEquipment, pointAtInventory } from '../inventory/bags.js';
import { isWornOut } from '../inventory/equip-slots.js';
import { Bag } from '../ledger/bag.js';
import type { Deed } from '../ledger/deed.js';
import { markStack } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import { setStrength } from '../progression/attributes.js';
import { HolderKind, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

type Holding = WorldOf<'player', 'inventory' | 'equipment'>;

const held = new Bag();

/** Why the player at `row` cannot work with a tool; item 0 is work without one. */
export function toolRefusal(world: Holding, row: number, tool: number): Verdict {
  if (tool === 0 || findTool(world, row, tool) >= 0) return allowed;
  pointAtEquipment(world, row, held);
  if (slotOf(held, tool) >= 0) return RefusalReason.wornOut;
  pointAtInventory(world, row, held);
  return slotOf(held, tool) >= 0 ? RefusalReason.wornOut : RefusalReason.noTool;
}

/** The tool was used once. Room for one fact is reserved. */
export function wearTool(
  world: Ledgered & Holding & WorldOf<'identity', 'combat'>,
  deed: Deed,
  row: number,
  tool: number,
): void {
  const item = world.content.items[tool];
  if (item === undefined || item.durabilityMax === 0) return;
  if (world.tables.ledger.isClosed(LedgerVerb.wear)) return;
  const slot = findTool(world, row, tool);
  const { wear, bound } = held.columns;
  const at = held.first + slot;
  const worn = wear[at]! + 1;
  markStack(world, deed.is(LedgerVerb.wear, held.owner), held, slot, worn, bound[at]!);
  if (held.holder === HolderKind.equipment && isWornOut(item, worn)) setStrength(world, row);
}

/** The slot of one that is not worn out, -1 for none; `held` is then the bag that it lies in. */
function findTool(world: Holding, row: number, tool: number): number {
  const worn = usableSlot(world, pointAtEquipment(world, row, held), tool);
  return worn >= 0 ? worn : usableSlot(world, pointAtInventory(world, row, held), tool);
}

function usableSlot({ content }: Holding, bag: Bag, tool: number): number {
  const item = content.items[tool];
  if (item === undefined) return -1;
  for (let slot = 0; slot < bag.slots; slot++)
    if (bag.itemAt(slot) === tool && !isWornOut(item, bag.columns.wear[bag.first + slot]!)) return slot;
  return -1;
}

function slotOf(bag: Bag, item: number): number {
  for (let slot = 0; slot < bag.slots; slot++) if (bag.itemAt(slot) === item) return slot;
  return -1;
}
