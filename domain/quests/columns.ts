// What a character has taken on. Room for the rules of quests that are to come.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';

/** Quests at a time, and objectives of each. */
export const questSlots = 16;
export const questObjectives = 4;

export const questColumns = {
  quests: {
    /** Quest id from the content, 0 for an empty slot. */
    quest: lanes('u16', questSlots),
    /** How much of each objective is done. */
    done: lanes('u16', questSlots * questObjectives),
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof questColumns> {}
}
