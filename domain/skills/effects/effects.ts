import type { SkillEffect } from '../../content/generated/definitions.js';
import { damage } from './damage.js';
import type { Effect } from './effect.js';
import { heal } from './heal.js';

/** Every effect that the content can name. */
export const effects: Readonly<Record<SkillEffect, Effect>> = { damage, heal };
