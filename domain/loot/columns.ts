// Items on the ground.

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

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
    ownedUntilTick: 'u32',
    expiresTick: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof lootColumns> {}
}
