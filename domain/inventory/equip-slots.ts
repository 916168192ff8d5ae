// Places on the body, as the content names them and as slots of what is worn.

import type { EquipSlot, ItemDefinition } from '../content/generated/definitions.js';

/** Slot of the equipment for each; 0 is none. As numbered in the content's schema. */
export const equipSlots: Readonly<Record<EquipSlot, number>> = {
  none: 0,
  mainHand: 1,
  offHand: 2,
  head: 3,
  chest: 4,
  legs: 5,
  feet: 6,
};

/** Whether so much wear leaves nothing of it. */
export function isWornOut({ durabilityMax }: ItemDefinition, wear: number): boolean {
  return durabilityMax > 0 && wear >= durabilityMax;
}
