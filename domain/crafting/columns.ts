// Who makes something.

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const craftingColumns = {
  crafting: {
    /** Its id in the content. */
    recipe: 'u16',
    /** Pieces that are still to be made, the one under way among them. */
    left: 'u8',
    /** Pieces that were made, those that spoilt not counted. */
    made: 'u8',
    /** When the piece under way is finished. */
    readyTick: 'u32',
    /** Where it began, see `transform.map`. */
    map: 'u16',
    /** Who was told that it began: another session of the same character knows nothing of it. */
    session: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof craftingColumns> {}
}
