// What a character has come to.

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const progressionColumns = {
  /** The level follows from the experience and stands where others see it (identity). */
  progress: {
    /** All experience ever gained and kept. */
    experience: 'u32',
    kills: 'u32',
    deaths: 'u32',
    /** Counted up to `playedUntilTick`. */
    playedSeconds: 'u32',
    playedUntilTick: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof progressionColumns> {}
}
