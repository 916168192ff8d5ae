// What an effect of a skill is: one file each beside this one, listed in effects.

import type { Fighters } from '../../combat/harm.js';
import type { SkillDefinition } from '../../content/generated/definitions.js';
import type { WorldOf } from '../../engine/system.js';
import type { Wearing } from '../../equipment/wear-by-blows.js';

/** All that effects may read and change. Who uses skills declares as much. */
export type EffectWorld = Fighters & Wearing & WorldOf<'identity', 'random'>;

export interface Effect {
  /** Durable facts that it may write at most. */
  readonly factsMax: number;
  /** Whether a creature that may use the skill now has a use for it. */
  isWanted(world: WorldOf<'vitals'>, user: number): boolean;
  /** `user` and `target` are rows; the price is paid, and room for `factsMax` is reserved: it gives back what it does not use. */
  apply(world: EffectWorld, user: number, skill: SkillDefinition, target: number): void;
}
