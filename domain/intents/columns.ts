// What players asked for and the next tick decides, 0 for nothing. One of each at a time.

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const intentColumns = {
  intents: {
    skill: 'u16',
    /** Entity ids. */
    skillTarget: 'u32',
    respawn: 'u8',
    /** How many of its orders wait (orders/orders). */
    orders: 'u8',
    /** Stands in the list of those who ask for something. */
    isListed: 'u8',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof intentColumns> {}
}
