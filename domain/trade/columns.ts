// Who trades with whom.

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const tradeColumns = {
  /** Of a player who invited somebody, or trades. */
  trading: {
    /** Its place in the table of trades plus 1, 0 for none. */
    trade: 'u16',
    /** Entity id of whom it invited, 0 for nobody. */
    invited: 'u32',
    invitedUntilTick: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof tradeColumns> {}
}
