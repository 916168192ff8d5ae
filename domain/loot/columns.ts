// Items on the ground.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';
import { partyMembersMax } from '../vocabulary/generated/words.js';

/** Those who may take it besides its owner: of a party all but one. */
export const lootOthersMax = partyMembersMax - 1;

export const lootColumns = {
  loot: {
    // The stack that lies there: a bag of one slot (ledger/bag).
    items: 'u16',
    counts: 'u16',
    instances: 'f64',
    wear: 'u16',
    bound: 'u8',
    /** The character (player.character) who may take it, 0 for anyone. */
    owner: 'u32',
    /** Characters who may take it besides, 0 behind the last. */
    others: lanes('u32', lootOthersMax),
    /** 1 while it is rolled for: nobody may take it. */
    isRolledFor: 'u8',
    ownedUntilTick: 'u32',
    expiresTick: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof lootColumns> {}
}
