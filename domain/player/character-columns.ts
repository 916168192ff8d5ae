// The one list of what a character is besides its place, vitals and running times: the numbers of its sheet, and in which
// component's column each lives while it is in the world. The sheet has a field for each, and copying, loading and saving
// follow from the list; the hash follows from the columns.

import type { Components } from '../engine/registry.js';
import type { ComponentName } from '../engine/system.js';

/** By the sheet's name for it: component and column, of one lane. */
export const characterNumbers = {
  experience: number('progress', 'experience'),
  kills: number('progress', 'kills'),
  deaths: number('progress', 'deaths'),
  playedSeconds: number('progress', 'playedSeconds'),
  coins: number('wallet', 'coins'),
  /** Whole points; 0 for one who died and has not risen yet. */
  health: number('vitals', 'health'),
  mana: number('vitals', 'mana'),
} as const;

export type CharacterNumber = keyof typeof characterNumbers;
export const characterNumberNames = Object.keys(characterNumbers) as readonly CharacterNumber[];

function number<C extends ComponentName, K extends keyof Components[C]['columns'] & string>(
  component: C,
  column: K,
) {
  return { component, column } as const;
}
