// Skills that a character has learnt. All players know those of the rules; this is room for what they learn besides.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const learntSkillsMax = 32;

export const skillColumns = {
  /** Skill ids from the content, 0 for none. */
  skills: { learnt: lanes('u16', learntSkillsMax) },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof skillColumns> {}
}
