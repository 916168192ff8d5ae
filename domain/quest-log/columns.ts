// What a character has taken on: a quest a slot, the stage that it is in, and how much of that stage's objectives is done.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';

/** Quests at a time, and objectives of a stage. */
export const questSlots = 16;
export const questObjectives = 4;

export const questLogColumns = {
  quests: {
    /** Quest id from the content, 0 for an empty slot. */
    quest: lanes('u16', questSlots),
    /** Number of the stage, as the content has it. */
    stage: lanes('u8', questSlots),
    /** How much of each objective is done; of what is collected nothing, for that lies in the bag. */
    done: lanes('u16', questSlots * questObjectives),
    /** 1 where something was done that no fact says yet, because there was no room for one. */
    isUnnoted: lanes('u8', questSlots),
    /** Entity id of the npc with whom it talked last, 0 for nobody. */
    talkingTo: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof questLogColumns> {}
}
