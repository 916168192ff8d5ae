// What is worn adds to power and armour: each piece that is not worn out, and sets that are worn together.

import type { ItemSetDefinition } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { isWornOut } from '../inventory/equip-slots.js';
import { equipmentSlots } from '../inventory/columns.js';

export interface Strength {
  power: number;
  armour: number;
}

/** Adds what the player at `row` wears. */
export function addWorn(world: WorldOf<'equipment'>, row: number, strength: Strength): void {
  for (let at = row * equipmentSlots; at < (row + 1) * equipmentSlots; at++) {
    const item = world.content.items[useful(world, at)];
    if (item === undefined) continue;
    strength.power += item.power;
    strength.armour += item.armour;
  }
  for (const set of world.content.lists.itemSets) addSet(world, row, set, strength);
}

function addSet(world: WorldOf<'equipment'>, row: number, set: ItemSetDefinition, strength: Strength): void {
  let worn = 0;
  for (let at = row * equipmentSlots; at < (row + 1) * equipmentSlots; at++)
    if (set.items.includes(useful(world, at))) worn++;
  for (const { pieces, power, armour } of set.bonuses) {
    if (pieces > worn) continue;
    strength.power += power;
    strength.armour += armour;
  }
}

/** The item there, 0 when there is none or it is worn out. */
function useful({ content, components }: WorldOf<'equipment'>, at: number): number {
  const { items, wear } = components.equipment.columns;
  const item = content.items[items[at]!];
  return item === undefined || isWornOut(item, wear[at]!) ? 0 : item.id;
}
