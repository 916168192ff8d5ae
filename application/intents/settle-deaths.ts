// Settles who died in this tick. A creature's death gives experience and coins to those who did the damage, in shares
// that add up, and its items to the one who did most; a player's death costs a part of the level's progress.

import type { CreatureDefinition } from '#domain/content/generated/definitions.js';
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
import type { Game } from '../game/game.js';
import { saveSoon } from '../door/keep-characters.js';
import type { Seat } from '../seats/seats.js';
import { statusChanged } from '../notify/tell.js';

const earners = new Array<Seat | undefined>(threatEntriesMax).fill(undefined);
const damage = new Float64Array(threatEntriesMax);
const experienceShares = new Float64Array(threatEntriesMax);
const coinShares = new Float64Array(threatEntriesMax);

/** Once a tick, after all blows. */
export function settleDeaths(game: Game): void {
  const { world, battle, seats, counters } = game;
  const { log } = battle;
  for (let i = 0; i < log.fallenCount; i++) {
    const place = world.placeOf(log.fallen[i]!);
    if (place === 0) continue;
    const seat = seats.at(place);
    if (seat !== undefined) {
      counters.playersKilled++;
      settlePlayer(game, seat);
    } else if (world.components.creature.has(place)) {
      counters.creaturesKilled++;
      settleCreature(game, place);
    }
  }
  log.fallenCount = 0;
}

function settlePlayer(game: Game, seat: Seat): void {
  const { rules, progression } = game.world.content;
  const { sheet } = seat;
  sheet.deaths = Math.min(sheetNumberMax, sheet.deaths + 1);
  sheet.experience = experienceAfterDeath(
    progression.experienceCurve,
    sheet.level,
    sheet.experience,
    rules.deathExperienceShare,
  );
  statusChanged(game, seat);
  saveSoon(game, seat.place);
}

function settleCreature(game: Game, place: number): void {
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
  for (let i = 0; i < count; i++) {
    reward(game, earners[i]!, experienceShares[i]!, coinShares[i]!, identity.columns.level[place]!);
  }
  if (table !== undefined) loot.drop(table, place, first < 0 ? 0 : earners[first]!.character);
  earners.fill(undefined);
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

function reward(game: Game, seat: Seat, experience: number, coins: number, creatureLevel: number): void {
  const { sheet } = seat;
  sheet.kills = Math.min(sheetNumberMax, sheet.kills + 1);
  addCoins(sheet, coins);
  gainExperience(game, seat, Math.floor(experience * experienceFactor(sheet.level, creatureLevel)));
  statusChanged(game, seat);
  saveSoon(game, seat.place);
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
