// Characters grow: kills and experience, with the level that follows. Numbers that are as high as they go stay there;
// what does not fit is told and counted.

import type { WorldOf } from '../engine/system.js';
import { storedMost } from '../vocabulary/generated/character-numbers.js';
import {
  noteExperienceGained,
  noteExperienceLost,
  noteForfeited,
  noteKillCredited,
  noteLevelReached,
} from '../vocabulary/generated/facts.js';
import { CharacterLimit } from '../vocabulary/generated/words.js';
import { setPlayerLevel } from './attributes.js';
import { addExperience, experienceAfterDeath, levelAt } from './experience.js';

/** Durable facts that a kill writes at most for one who took part: the kill, experience, a level, or what did not fit. */
export const gainFacts = 4;

export type Growing = WorldOf<'dead', 'progress' | 'identity' | 'vitals' | 'combat'>;

/** All are places; room for `gainFacts` is reserved. Returns how many facts it wrote. */
export function creditKill(world: Growing, place: number, creature: number, experience: number): number {
  const { facts } = world;
  const { kills } = world.components.progress.columns;
  const id = world.idAt(place);
  if (kills[place]! < storedMost.kills) {
    kills[place] = kills[place]! + 1;
    noteKillCredited(facts, id, world.idAt(creature));
  } else noteForfeited(facts, id, CharacterLimit.kills, 1);
  return 1 + gainExperience(world, place, creature, experience);
}

function gainExperience(world: Growing, place: number, creature: number, gained: number): number {
  const { facts, components, content } = world;
  const { experience } = components.progress.columns;
  const { experienceCurve } = content.progression;
  const before = experience[place]!;
  const after = addExperience(experienceCurve, before, gained);
  const kept = after - before;
  const id = world.idAt(place);
  let written = 0;
  if (kept > 0) {
    noteExperienceGained(facts, id, world.idAt(creature), kept);
    written++;
  }
  if (kept < gained) {
    noteForfeited(facts, id, CharacterLimit.experience, gained - kept);
    written++;
  }
  experience[place] = after;
  const level = levelAt(experienceCurve, after);
  if (level === components.identity.columns.level[place]) return written;
  raiseLevel(world, place, level);
  noteLevelReached(facts, id, level);
  return written + 1;
}

function raiseLevel(world: Growing, place: number, level: number): void {
  const { components, content, tick } = world;
  setPlayerLevel(components, place, content.progression, level, tick);
  const { vitals, dead } = components;
  // A new level restores, except the dead.
  if (dead.has(place)) return;
  vitals.columns.health[place] = vitals.columns.healthMax[place]!;
  vitals.columns.mana[place] = vitals.columns.manaMax[place]!;
}

/** Durable facts that a player's death writes at most. */
export const lossFacts = 2;

/** A player died. Room for `lossFacts` is reserved. Returns how many facts it wrote. */
export function loseByDeath(world: WorldOf<'identity', 'progress'>, place: number): number {
  const { facts, components, content } = world;
  const { deaths, experience } = components.progress.columns;
  const id = world.idAt(place);
  let written = 1;
  if (deaths[place]! < storedMost.deaths) deaths[place] = deaths[place]! + 1;
  else {
    noteForfeited(facts, id, CharacterLimit.deaths, 1);
    written++;
  }
  const before = experience[place]!;
  const after = experienceAfterDeath(
    content.progression.experienceCurve,
    components.identity.columns.level[place]!,
    before,
    content.rules.deathExperienceShare,
  );
  experience[place] = after;
  noteExperienceLost(facts, id, before - after);
  return written;
}
