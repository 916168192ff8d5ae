// Places where a body can stand: for spawning, and for those whose stored place is blocked since the map changed.

import type { RandomStream } from '../engine/random/random-stream.js';
import { isClear } from './line-of-sight.js';
import type { WorldMap } from './world-map.js';

export interface Ground {
  x: number;
  y: number;
}

/** Throws of the dice before a spawn falls back to the nearest tile: at half-blocked ground all fail once in 65,536. */
const attemptsMax = 16;

/** A body that movement stopped at a wall touches it to the last bit of a double; that is not an overlap. */
const touchM = 1e-6;

/** A body: x, y and radius. In an array, because doubles that are handed over are objects on the heap. */
const body = new Float64Array(3);

/** Whether a body centred here overlaps no blocked tile. */
export function isFree(map: WorldMap, x: number, y: number, bodyRadius: number): boolean {
  body[0] = x;
  body[1] = y;
  body[2] = bodyRadius;
  return isBodyFree(map);
}

function isBodyFree(map: WorldMap): boolean {
  const x = body[0]!;
  const y = body[1]!;
  const radius = body[2]! - touchM;
  const lastRow = Math.floor(y + radius);
  const lastColumn = Math.floor(x + radius);
  for (let row = Math.floor(y - radius); row <= lastRow; row++)
    for (let column = Math.floor(x - radius); column <= lastColumn; column++) {
      if (!map.isTileBlocked(column, row)) continue;
      const dx = Math.max(column - x, 0, x - column - 1);
      const dy = Math.max(row - y, 0, y - row - 1);
      if (dx * dx + dy * dy < radius * radius) return false;
    }
  return true;
}

/**
 * Writes the nearest place to (x, y), by rings of tiles, where the body can stand; (x, y) itself when it can. False, and
 * nothing written, when there is none within `reachM`.
 */
export function findFreeGround(
  map: WorldMap,
  x: number,
  y: number,
  radius: number,
  reachM: number,
  found: Ground,
): boolean {
  if (isFree(map, x, y, radius)) {
    found.x = x;
    found.y = y;
    return true;
  }
  const centreX = Math.floor(x);
  const centreY = Math.floor(y);
  for (let ring = 0; ring <= reachM; ring++)
    for (let dy = -ring; dy <= ring; dy++) {
      const step = Math.abs(dy) === ring || ring === 0 ? 1 : 2 * ring;
      for (let dx = -ring; dx <= ring; dx += step) {
        const middleX = centreX + dx + 0.5;
        const middleY = centreY + dy + 0.5;
        if (!isFree(map, middleX, middleY, radius)) continue;
        found.x = middleX;
        found.y = middleY;
        return true;
      }
    }
  return false;
}

/** Where to look for a random place, by these indexes: around which middle, how far from it, for a body of which radius. */
export const spotX = 0;
export const spotY = 1;
export const spotSpread = 2;
export const spotRadius = 3;
export const spotNumbers = 4;

const line = new Float64Array(4);
const nearest: Ground = { x: 0, y: 0 };

/**
 * Moves `spot` to a random place within its spread from which there is open ground to its middle, so that nobody is spawned
 * behind a wall or on an island. Uses a varying number of draws. Falls back to the nearest free place; false, and `spot`
 * stays, when there is none.
 */
export function randomFreeGround(map: WorldMap, spot: Float64Array, random: RandomStream): boolean {
  const spreadM = spot[spotSpread]!;
  line[0] = spot[spotX]!;
  line[1] = spot[spotY]!;
  body[2] = spot[spotRadius]!;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const dx = random.between(-spreadM, spreadM);
    const dy = random.between(-spreadM, spreadM);
    if (dx * dx + dy * dy > spreadM * spreadM) continue;
    body[0] = line[2] = line[0] + dx;
    body[1] = line[3] = line[1] + dy;
    if (!isBodyFree(map) || !isClear(map, map.blocked, line)) continue;
    spot[spotX] = line[2];
    spot[spotY] = line[3];
    return true;
  }
  const reachM = Math.max(8, Math.ceil(spreadM));
  if (!findFreeGround(map, line[0], line[1], spot[spotRadius]!, reachM, nearest)) return false;
  spot[spotX] = nearest.x;
  spot[spotY] = nearest.y;
  return true;
}
