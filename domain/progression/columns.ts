// What a character has come to.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';
import { storedColumns } from '../vocabulary/generated/character-numbers.js';
import { professionLanes } from './professions.js';

export const progressionColumns = {
  /** The level follows from the experience and stands where others see it (identity). */
  progress: {
    ...storedColumns.progress,
    /** `playedSeconds` counts up to this tick. */
    playedUntilTick: 'u32',
  },

  /** Points of skill by Profession. */
  professions: { skills: lanes('u16', professionLanes) },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof progressionColumns> {}
}
