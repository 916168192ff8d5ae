// Characters grow: kills and experience, with the level that follows. Numbers that are as high as they go stay there;
// what does not fit is told and counted.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { storedMost } from '../vocabulary/generated/character-numbers.js';
import {
  noteExperienceChanged,
  noteForfeited,
  noteKillCredited,
  noteLevelReached,
} from '../vocabulary/generated/facts.js';
import { CharacterLimit, LedgerVerb } from '../vocabulary/generated/words.js';
import { setPlayerLevel } from './attributes.js';
import { addExperience, experienceAfterDeath, levelAt } from './experience.js';

/** Durable facts that experience writes at most: itself, a level, what did not fit. */
export const experienceFacts = 3;
/** What a kill writes at most for one who took part. */
export const gainFacts = 1 + experienceFacts;

export const growing = defineAccess({
  reads: ['dead', 'player', 'equipment'],
  writes: ['progress', 'identity', 'vitals', 'combat'],
  emits: ['experienceChanged', 'levelReached', 'forfeited'],
});
type Growing = WorldFor<typeof growing>;
export const creditingKills = defineAccess({ rules: [growing], emits: ['killCredited'] });
export const losingByDeath = defineAccess({
  reads: ['identity', 'player', 'ledger'],
  writes: ['progress'],
  emits: ['experienceChanged', 'forfeited'],
});

/** All are rows; room for `gainFacts` is reserved. Returns how many facts it wrote. */
export function creditKill(
  world: WorldFor<typeof creditingKills>,
  row: number,
  creature: number,
  experience: number,
): number {
  const { facts } = world;
  const { kills } = world.components.progress.columns;
  const id = world.idAt(row);
  if (kills[row]! < storedMost.kills) {
    kills[row] = kills[row]! + 1;
    noteKillCredited(facts, id, world.idAt(creature));
  } else noteForfeited(facts, id, CharacterLimit.kills, 1);
  return 1 + gainExperience(world, row, world.idAt(creature), LedgerVerb.kill, experience);
}

/** `source`: entity id of what it was earned with, 0 for none. Room for `experienceFacts` is reserved; returns how many it wrote. */
export function gainExperience(
  world: Growing,
  row: number,
  source: number,
  verb: LedgerVerb,
  gained: number,
): number {
  const { facts, components, content } = world;
  const { experience } = components.progress.columns;
  const { experienceCurve } = content.progression;
  const before = experience[row]!;
  const after = addExperience(experienceCurve, before, gained);
  const kept = after - before;
  const id = world.idAt(row);
  const character = components.player.columns.character[row]!;
  let written = 0;
  if (kept > 0) {
    noteExperienceChanged(facts, source, id, character, verb, kept, after);
    written++;
  }
  if (kept < gained) {
    noteForfeited(facts, id, CharacterLimit.experience, gained - kept);
    written++;
  }
  experience[row] = after;
  const level = levelAt(experienceCurve, after);
  if (level === components.identity.columns.level[row]) return written;
  raiseLevel(world, row, level);
  noteLevelReached(facts, id, level);
  return written + 1;
}

function raiseLevel(world: Growing, row: number, level: number): void {
  setPlayerLevel(world, row, level);
  const { vitals, dead } = world.components;
  // A new level restores, except the dead.
  if (dead.has(row)) return;
  vitals.columns.health[row] = vitals.columns.healthMax[row]!;
  vitals.columns.mana[row] = vitals.columns.manaMax[row]!;
}

/** Durable facts that a player's death writes at most. */
export const lossFacts = 2;

/** A player died. Room for `lossFacts` is reserved. Returns how many facts it wrote. */
export function loseByDeath(world: WorldFor<typeof losingByDeath>, row: number): number {
  const { facts, components, content } = world;
  const { deaths, experience } = components.progress.columns;
  const id = world.idAt(row);
  let written = 0;
  if (deaths[row]! < storedMost.deaths) deaths[row] = deaths[row]! + 1;
  else {
    noteForfeited(facts, id, CharacterLimit.deaths, 1);
    written++;
  }
  if (world.tables.ledger.isClosed(LedgerVerb.death)) return written;
  const before = experience[row]!;
  const after = experienceAfterDeath(
    content.progression.experienceCurve,
    components.identity.columns.level[row]!,
    before,
    content.rules.deathExperienceShare,
  );
  experience[row] = after;
  const character = components.player.columns.character[row]!;
  noteExperienceChanged(facts, 0, id, character, LedgerVerb.death, after - before, after);
  return written + 1;
}
