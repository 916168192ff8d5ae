// How much a player carries. What is worn weighs as much as what is in the bag; nothing comes in that would be too much.

import type { WorldOf } from '../engine/system.js';
import type { Content } from '../content/content.js';
import type { ItemDefinition } from '../content/generated/definitions.js';
import type { Bag } from '../ledger/bag.js';
import { roomIn } from '../ledger/room.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { equipmentSlots, inventorySlots } from './columns.js';

type Carrying = WorldOf<'inventory' | 'equipment'>;

/** What units of an item weigh together. */
export function gramsOf({ content }: { readonly content: Content }, item: number, units: number): number {
  return (content.items[item]?.weightGrams ?? 0) * units;
}

/** What the player at `row` carries, in grams. */
export function carriedGrams(world: Carrying, row: number): number {
  const { inventory, equipment } = world.components;
  let grams = 0;
  for (let at = row * inventorySlots; at < (row + 1) * inventorySlots; at++)
    grams += gramsOf(world, inventory.columns.items[at]!, inventory.columns.counts[at]!);
  for (let at = row * equipmentSlots; at < (row + 1) * equipmentSlots; at++)
    grams += gramsOf(world, equipment.columns.items[at]!, equipment.columns.counts[at]!);
  return grams;
}

/** How many units of an item lie in the bag of the player at `row`. */
export function unitsInBag({ components }: WorldOf<'inventory'>, row: number, item: number): number {
  const { items, counts } = components.inventory.columns;
  let units = 0;
  for (let at = row * inventorySlots; at < (row + 1) * inventorySlots; at++)
    if (items[at] === item) units += counts[at]!;
  return units;
}

/** How many of `units` of an item the player can carry besides what it carries. */
export function unitsToCarry(world: Carrying, row: number, item: number, units: number): number {
  const each = gramsOf(world, item, 1);
  if (each === 0) return units;
  const room = world.content.rules.carryGramsMax - carriedGrams(world, row);
  return Math.max(0, Math.min(units, Math.floor(room / each)));
}

/** Whether so many grams more are too heavy; less is never. */
export function isTooHeavy(world: Carrying, row: number, grams: number): boolean {
  return grams > 0 && carriedGrams(world, row) + grams > world.content.rules.carryGramsMax;
}

/** Why not all of so many units that come from outside fit into the player's bag. */
export function roomRefusal(
  world: Carrying,
  row: number,
  bag: Bag,
  { id, stackMax, weightGrams }: ItemDefinition,
  units: number,
  bound: number,
  wear: number,
): Verdict {
  let room = 0;
  for (let slot = 0; slot < bag.slots; slot++)
    if (wear === 0 || !bag.has(slot)) room += roomIn(bag, slot, id, stackMax, bound);
  if (room < units) return RefusalReason.inventoryFull;
  return isTooHeavy(world, row, weightGrams * units) ? RefusalReason.tooHeavy : allowed;
}
