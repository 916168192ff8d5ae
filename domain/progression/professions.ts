// What characters have learned in professions: points of skill, which grow by making things and never shrink.

import type { WorldOf } from '../engine/system.js';
import { Profession } from '../vocabulary/generated/words.js';
import type { LedgerVerb } from '../vocabulary/generated/words.js';
import { noteProfessionChanged } from '../vocabulary/generated/facts.js';

/** Professions by their number, with room for more to come. */
export const professionLanes = 8;
if (Math.max(...Object.values(Profession)) >= professionLanes) throw new Error('a profession has no lane');

/** What the player at `row` has learned in a profession; nothing in none. */
export function skillOf(world: WorldOf<'professions'>, row: number, profession: Profession): number {
  return world.components.professions.columns.skills[row * professionLanes + profession]!;
}

/** One point more, below 65,535. Room for one fact is reserved. */
export function teach(
  world: WorldOf<'player', 'professions'>,
  row: number,
  profession: Profession,
  verb: LedgerVerb,
): void {
  const { player, professions } = world.components;
  const { skills } = professions.columns;
  const at = row * professionLanes + profession;
  const after = skills[at]! + 1;
  skills[at] = after;
  const character = player.columns.character[row]!;
  noteProfessionChanged(world.facts, world.idAt(row), character, verb, profession, 1, after);
}
