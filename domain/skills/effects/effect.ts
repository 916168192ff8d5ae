// What an effect of a skill is: one file each beside this one, listed in effects.

import { fighting } from '../../combat/harm.js';
import type { SkillDefinition } from '../../content/generated/definitions.js';
import { defineAccess } from '../../engine/rule-access.js';
import type { WorldFor } from '../../engine/rule-access.js';
import type { WorldOf } from '../../engine/system.js';
import { wearing } from '../../equipment/wear-by-blows.js';

/** All that effects may read and change, and tell: what systems declare that use skills. */
export const effectAccess = defineAccess({
  rules: [fighting, wearing],
  reads: ['identity'],
  writes: ['random'],
  emits: ['struck', 'died'],
});
export type EffectWorld = WorldFor<typeof effectAccess>;

export interface Effect {
  /** Durable facts that it may write at most. */
  readonly factsMax: number;
  /** Whether a creature that may use the skill now has a use for it. */
  isWanted(world: WorldOf<'vitals'>, user: number): boolean;
  /** `user` and `target` are rows; the price is paid, and room for `factsMax` is reserved: it gives back what it does not use. */
  apply(world: EffectWorld, user: number, skill: SkillDefinition, target: number): void;
}
