// Where and how players stand in the world: at their stored place if one can stand there, else at a bind point; after
// a death at the map's bind point, weakened.

import type { Movement } from '../body/movement.js';
import { findFreeGround } from '../space/free-ground.js';
import type { Ground } from '../space/free-ground.js';
import type { World } from '../world/world.js';
import type { CharacterSheet } from '../player/character-sheet.js';

/** How far from a stored place that is blocked now a free one is looked for, in metres. */
const nudgeM = 4;

/** A place to stand. Reused: read it at once. */
export interface Standing extends Ground {
  map: number;
  facing: number;
}

/** Where the character of this sheet enters the world. Always finds a place: content validation keeps bind points free. */
export function findEntry(world: World, sheet: CharacterSheet, entry: Standing): void {
  const { rules } = world.content;
  const map = world.maps[world.content.mapIndex(sheet.mapKey)];
  if (map !== undefined) {
    entry.map = map.index;
    entry.facing = 64;
    if (findFreeGround(map, sheet.x, sheet.y, rules.playerRadiusM, nudgeM, entry)) return;
    toBindPoint(world, map.index, entry);
    return;
  }
  const start = world.maps[world.content.mapIndex(rules.startMapKey)];
  if (start === undefined) throw new Error(`the content has no start map ${rules.startMapKey}`);
  toBindPoint(world, start.index, entry);
  const spawn = start.spawnPoint(rules.startSpawnKey);
  if (spawn === undefined) return;
  entry.x = spawn.x;
  entry.y = spawn.y;
  entry.facing = spawn.facing;
}

function toBindPoint(world: World, map: number, entry: Standing): void {
  const { bindPoint } = world.maps[map]!;
  entry.map = map;
  entry.x = bindPoint.x;
  entry.y = bindPoint.y;
  entry.facing = bindPoint.facing;
}

/** A dead player lives again at the bind point of the map where it died, with a part of its health and mana. */
export function standUp(world: World, movement: Movement, place: number): void {
  const { transform, vitals, combat, dead } = world.components;
  const { respawnHealthShare, respawnManaShare } = world.content.rules;
  const { health, healthMax, mana, manaMax } = vitals.columns;
  const map = transform.columns.map[place]!;
  const { bindPoint } = world.maps[map]!;
  movement.teleport(place, map, bindPoint.x, bindPoint.y, bindPoint.facing);
  dead.remove(place);
  health[place] = shareOf(healthMax[place]!, respawnHealthShare);
  mana[place] = Math.floor(manaMax[place]! * respawnManaShare);
  combat.columns.inCombatUntilTick[place] = world.tick;
  combat.columns.target[place] = 0;
}

/** Whole points, at least one: nobody stands up dead. */
export function shareOf(max: number, share: number): number {
  return Math.min(max, Math.max(1, Math.floor(max * share)));
}
