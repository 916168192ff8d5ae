// Whether two points of a map see each other, or have open ground between them: a walk over all tiles that the line
// between them enters, after
// J. Amanatides and A. Woo, "A Fast Voxel Traversal Algorithm for Ray Tracing" (1987). A line through the exact corner
// of tiles enters the one beside it in x first, so sight does not slip between two opaque tiles that touch diagonally.

import type { Located } from './located.js';
import type { TileExtent } from './tile-bits.js';
import type { WorldMap } from './world-map.js';

/** Metres. Whoever stands in an opaque tile sees and is seen by nobody. Symmetric only up to lines through corners. */
export function hasLineOfSight(
  map: WorldMap,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): boolean {
  draw(fromX, fromY, toX, toY);
  return isInSight(map, line);
}

/** The same for a line (from x, y to x, y). Most have nothing opaque anywhere near. */
export function isInSight(map: WorldMap, line: Float64Array): boolean {
  return !map.sightless.mayMeet(line) || isClear(map, map.opaque, line);
}

/** Whether two entities, named by row, on this map see each other: the same without handing doubles over. */
export function seeEachOther(map: WorldMap, transform: Located, from: number, to: number): boolean {
  const { x, y } = transform.columns;
  line[0] = x[from]!;
  line[1] = y[from]!;
  line[2] = x[to]!;
  line[3] = y[to]!;
  return isInSight(map, line);
}

/** Whether a point could walk straight from one to the other. */
export function hasOpenGround(
  map: WorldMap,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): boolean {
  draw(fromX, fromY, toX, toY);
  return isClear(map, map.blocked, line);
}

/** The line that is walked: creatures look many times a second, and doubles that are handed over are objects. */
const line = new Float64Array(4);

function draw(fromX: number, fromY: number, toX: number, toY: number): void {
  line[0] = fromX;
  line[1] = fromY;
  line[2] = toX;
  line[3] = toY;
}

/** Whether the line (from x, y to x, y) enters only tiles that are 0. Outside is not. */
export function isClear({ width, height }: TileExtent, tiles: Uint8Array, line: Float64Array): boolean {
  const fromX = line[0]!;
  const fromY = line[1]!;
  const toX = line[2]!;
  const toY = line[3]!;
  // A line between two points of the map stays on it.
  if (!(fromX >= 0 && fromX < width && fromY >= 0 && fromY < height)) return false;
  if (!(toX >= 0 && toX < width && toY >= 0 && toY < height)) return false;
  // Integers, not whole doubles, for the compiler.
  let tileX = Math.floor(fromX) | 0;
  let tileY = Math.floor(fromY) | 0;
  const endX = Math.floor(toX) | 0;
  const endY = Math.floor(toY) | 0;
  const dx = toX - fromX;
  const dy = toY - fromY;
  const stepX = dx > 0 ? 1 : -1;
  const stepY = dy > 0 ? 1 : -1;
  // Share of the line at which it crosses the next column or row, and what one tile adds to it.
  const perTileX = Math.abs(1 / dx);
  const perTileY = Math.abs(1 / dy);
  // Where it never crosses any, that is no number or without end, and not looked at, because no tile is left that way.
  let nextX = Math.abs(tileX + ((stepX + 1) >> 1) - fromX) * perTileX;
  let nextY = Math.abs(tileY + ((stepY + 1) >> 1) - fromY) * perTileY;
  // Counted, not compared with the end, so that rounding can never make it miss the end and walk on.
  let tilesLeft = Math.abs(endX - tileX) + Math.abs(endY - tileY);
  if (tiles[tileY * width + tileX] !== 0) return false;
  while (tilesLeft-- > 0) {
    if (tileY === endY || (tileX !== endX && nextX <= nextY)) {
      tileX += stepX;
      nextX += perTileX;
    } else {
      tileY += stepY;
      nextY += perTileY;
    }
    if (tiles[tileY * width + tileX] !== 0) return false;
  }
  return true;
}
