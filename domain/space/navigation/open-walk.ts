// Whether a round body can walk straight from one point to another: no blocked tile comes nearer to the line than its
// radius. For bodies that can stand at both ends.

import { contactTolerance } from '../move-circle.js';
import { isClear } from '../line-of-sight.js';
import type { WorldMap } from '../world-map.js';
import type { TileExtent } from '../tile-bits.js';

/** The walk, by these indexes; an array, because doubles that are handed over are objects on the heap. */
export const walkFromX = 0;
export const walkFromY = 1;
export const walkToX = 2;
export const walkToY = 3;
export const walkRadius = 4;
export const walkNumbers = 5;

const line = new Float64Array(4);

/** `hasOpenWalk` on a map of the world: most walks have no wall anywhere near. */
export function hasOpenWalkOn(map: WorldMap, walk: Float64Array): boolean {
  // What is not walled has free tiles all round, as far as the sides of a body of less than a tile reach.
  if (walk[walkRadius]! < 1 && !map.walled.mayMeet(walk)) return true;
  return hasOpenWalk(map, map.blocked, walk);
}

/**
 * Lines along the body's sides and between them, so close (at most a tile's side apart) that no tile fits between two.
 * Where the body touches a wall to the last bit it may go along it.
 */
export function hasOpenWalk(extent: TileExtent, blocked: Uint8Array, walk: Float64Array): boolean {
  const dx = walk[walkToX]! - walk[walkFromX]!;
  const dy = walk[walkToY]! - walk[walkFromY]!;
  const length = Math.sqrt(dx * dx + dy * dy);
  const radius = Math.max(0, walk[walkRadius]! - contactTolerance);
  const asideX = length === 0 ? 0 : (-dy / length) * radius;
  const asideY = length === 0 ? 0 : (dx / length) * radius;
  const gaps = Math.max(2, Math.ceil(2 * radius));
  for (let i = 0; i <= gaps; i++) {
    const share = (2 * i) / gaps - 1;
    line[0] = walk[walkFromX]! + asideX * share;
    line[1] = walk[walkFromY]! + asideY * share;
    line[2] = walk[walkToX]! + asideX * share;
    line[3] = walk[walkToY]! + asideY * share;
    if (!isClear(extent, blocked, line)) return false;
  }
  return true;
}
