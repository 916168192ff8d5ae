// What a character owns and wears.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';
import { storedColumns } from '../vocabulary/generated/character-numbers.js';

/** Slots of every inventory. */
export const inventorySlots = 32;
/** Slots of every bank. */
export const bankSlots = 48;
/** Stacks that vendors keep for buying back. */
export const buyBackSlots = 8;
/** Places on the body where something can be worn, with room for more to come. */
export const equipmentSlots = 8;

/** Stacks of a bag, as ledger/bag knows them. */
function stacks(slots: number) {
  return {
    items: lanes('u16', slots),
    counts: lanes('u16', slots),
    instances: lanes('f64', slots),
    wear: lanes('u16', slots),
    bound: lanes('u8', slots),
  } as const;
}

export const inventoryColumns = {
  wallet: { ...storedColumns.wallet },

  /** What is carried, by slot. */
  inventory: { ...stacks(inventorySlots) },

  /** What is worn, by EquipSlot. */
  equipment: {
    ...stacks(equipmentSlots),
    /** Blows since a weapon, and since a piece of armour, was last worn by one; and whose turn is next. */
    blowsGiven: 'u16',
    blowsTaken: 'u16',
    nextPlace: 'u8',
  },

  bank: { ...stacks(bankSlots) },

  /** What was sold and can be bought back. */
  buyBack: {
    ...stacks(buyBackSlots),
    /** The higher, the later it was sold. */
    order: lanes('f64', buyBackSlots),
    /** Coins that were paid for it; 0 where nobody knows: of what was sold so shortly before a crash that it was not stored. */
    paid: lanes('f64', buyBackSlots),
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof inventoryColumns> {}
}
