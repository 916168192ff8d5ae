// Settles who died in this tick. A creature's death gives experience and coins to those who did the damage, in shares
// that add up, and its items to the one who did most; a player's death costs a part of the level's progress.

import type { CreatureDefinition } from '#domain/content/generated/definitions.js';
import { settlementFacts } from '#domain/combat/death-facts.js';
import { threatEntriesMax } from '#domain/combat/threat.js';
import { shareByWeight } from '#domain/loot/shares.js';
import { atLevel, setPlayerLevel } from '#domain/progression/attributes.js';
import { addCoins, sheetNumberMax } from '#domain/player/character-sheet.js';
import {
  addExperience,
  experienceAfterDeath,
  experienceFactor,
  levelAt,
} from '#domain/progression/experience.js';
import {
  FactKind,
  noteCoinsGained,
  noteExperienceGained,
  noteLevelReached,
  noteExperienceLost,
} from '#domain/vocabulary/generated/facts.js';
import type { Game } from '../game/game.js';
import type { Seat } from '../seats/seats.js';

const earners = new Array<Seat | undefined>(threatEntriesMax).fill(undefined);
const damage = new Float64Array(threatEntriesMax);
const experienceShares = new Float64Array(threatEntriesMax);
const coinShares = new Float64Array(threatEntriesMax);

/** Once a tick, after all blows. */
export function settleDeaths(game: Game): void {
  const { facts } = game.world;
  const { deaths } = game.readers;
  for (; deaths.next < facts.count; deaths.next++)
    if (facts.kind[deaths.next] === FactKind.died) settle(game, facts.subject[deaths.next]!);
}

/** Whoever struck the blow reserved room for `settlementFacts`. */
function settle(game: Game, entity: number): void {
  const { world, seats } = game;
  const place = world.placeOf(entity);
  const seat = seats.at(place);
  let written = 0;
  if (seat !== undefined) written = settlePlayer(game, seat);
  else if (world.components.creature.has(place)) written = settleCreature(game, place);
  world.facts.release(settlementFacts - written);
}

/** Returns how many durable facts it wrote. */
function settlePlayer({ world }: Game, seat: Seat): number {
  const { rules, progression } = world.content;
  const { sheet } = seat;
  sheet.deaths = Math.min(sheetNumberMax, sheet.deaths + 1);
  const before = sheet.experience;
  sheet.experience = experienceAfterDeath(
    progression.experienceCurve,
    sheet.level,
    sheet.experience,
    rules.deathExperienceShare,
  );
  noteExperienceLost(world.facts, seat.entity, before - sheet.experience);
  return 1;
}

function settleCreature(game: Game, place: number): number {
  const { world, battle, spawns, loot } = game;
  const { identity } = world.components;
  const definition = world.content.creatures[identity.columns.template[place]!]!;
  const count = gatherEarners(game, place);
  battle.threats.clear(place);
  spawns.died(place);
  const table = world.content.lootTables[definition.lootTable];
  const coins = table === undefined ? 0 : world.random.loot.wholeBetween(table.coinsMin, table.coinsMax);
  const experience = experienceOf(definition, identity.columns.level[place]!);
  shareByWeight(experience, damage, count, experienceShares);
  const first = shareByWeight(coins, damage, count, coinShares);
  let written = 0;
  for (let i = 0; i < count; i++) {
    written += reward(game, earners[i]!, place, experienceShares[i]!, coinShares[i]!);
  }
  if (table !== undefined) loot.drop(table, place, first < 0 ? 0 : earners[first]!.character);
  earners.fill(undefined);
  return written;
}

/** Characters that hurt it and are in the world, on its map; dead or alive, still or again. Returns how many. */
function gatherEarners(game: Game, place: number): number {
  const { world, battle, seats } = game;
  const { threats } = battle;
  const { map } = world.components.transform.columns;
  const at = place * threatEntriesMax;
  let count = 0;
  for (let i = 0; i < threats.count[place]!; i++) {
    if (threats.damage[at + i]! <= 0) continue;
    const seat = seats.findByCharacter(threats.character[at + i]!);
    if (seat === undefined || map[seat.place] !== map[place]) continue;
    earners[count] = seat;
    damage[count] = threats.damage[at + i]!;
    count++;
  }
  return count;
}

function experienceOf(definition: CreatureDefinition, level: number): number {
  return atLevel(definition.experience, definition.experiencePerLevel, level - definition.levelMin + 1);
}

function reward(game: Game, seat: Seat, creature: number, experience: number, coins: number): number {
  const { sheet } = seat;
  const { world } = game;
  const creatureLevel = world.components.identity.columns.level[creature]!;
  sheet.kills = Math.min(sheetNumberMax, sheet.kills + 1);
  const paid = addCoins(sheet, coins);
  const before = sheet.experience;
  const levelBefore = sheet.level;
  gainExperience(game, seat, Math.floor(experience * experienceFactor(levelBefore, creatureLevel)));
  const { facts } = world;
  noteExperienceGained(facts, seat.entity, world.idAt(creature), sheet.experience - before);
  noteCoinsGained(facts, seat.entity, paid);
  if (sheet.level === levelBefore) return 2;
  noteLevelReached(facts, seat.entity, sheet.level);
  return 3;
}

function gainExperience(game: Game, seat: Seat, gained: number): void {
  const { world } = game;
  const { progression } = world.content;
  const { sheet, place } = seat;
  sheet.experience = addExperience(progression.experienceCurve, sheet.experience, gained);
  const level = levelAt(progression.experienceCurve, sheet.experience);
  if (level === sheet.level) return;
  sheet.level = level;
  setPlayerLevel(world.components, place, progression, level, world.tick);
  const { vitals, dead } = world.components;
  // A new level restores, except the dead.
  if (dead.has(place)) return;
  vitals.columns.health[place] = vitals.columns.healthMax[place]!;
  vitals.columns.mana[place] = vitals.columns.manaMax[place]!;
}
