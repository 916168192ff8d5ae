// Items on the ground.

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const lootColumns = {
  loot: {
    item: 'u16',
    count: 'u16',
    /** The character (player.character) who may take it, 0 for anyone. */
    owner: 'u32',
    ownedUntilTick: 'u32',
    expiresTick: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof lootColumns> {}
}
