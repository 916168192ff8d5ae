// Where a character enters the world: at its stored place if one can stand there, else at a bind point.

import type { WorldOf } from '../engine/system.js';
import { findFreeGround } from '../space/free-ground.js';
import type { Ground } from '../space/free-ground.js';
import type { CharacterSheet } from './character-sheet.js';

/** How far from a stored place that is blocked now a free one is looked for, in metres. */
const nudgeM = 4;

/** A place to stand. Reused: read it at once. */
export interface Standing extends Ground {
  map: number;
  facing: number;
}

/** Where the character of this sheet enters the world. Always finds a place: content validation keeps bind points free. */
export function findEntry(world: WorldOf, sheet: CharacterSheet, entry: Standing): void {
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

function toBindPoint(world: WorldOf, map: number, entry: Standing): void {
  const { bindPoint } = world.maps[map]!;
  entry.map = map;
  entry.x = bindPoint.x;
  entry.y = bindPoint.y;
  entry.facing = bindPoint.facing;
}
