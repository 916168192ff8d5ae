// What a character owns and wears.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';
import { storedColumns } from '../vocabulary/generated/character-numbers.js';

/** Slots of every inventory. */
export const inventorySlots = 32;
/** Places on the body where something can be worn, with room for more to come. */
export const equipmentSlots = 8;

export const inventoryColumns = {
  wallet: { ...storedColumns.wallet },

  inventory: {
    /** Item id from the content by slot, 0 for an empty slot. */
    items: lanes('u16', inventorySlots),
    /** Units by slot, 0 exactly where `items` is 0. */
    counts: lanes('u16', inventorySlots),
    /** Which single item it is, below 2^53. 0 until ids are given out that outlive the run (the journal's work). */
    instances: lanes('f64', inventorySlots),
  },

  /** Worn, by EquipSlot; the same as a slot of the inventory. Nothing is worn yet. */
  equipment: {
    items: lanes('u16', equipmentSlots),
    instances: lanes('f64', equipmentSlots),
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof inventoryColumns> {}
}
