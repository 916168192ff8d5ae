// Moves a round body over a map of solid one-metre tiles. It guarantees:
// - the centre never comes closer than radius - tolerance to a blocked tile, whatever the length of the step (each axis
//   is swept exactly against edges and corners, nothing is sampled), so nothing tunnels;
// - a body pressed against a wall slides along it, one that catches a corner slides round it;
// - the same input gives the same result on every machine: only + - * / and the correctly rounded square root.
// Ours: axis by axis, because walls are axis-aligned, so an exact sweep needs no iteration.

import type { WorldMap } from './world-map.js';

/**
 * Metres by which a body may overlap a tile without being stopped by it. Positions travel rounded to 1/1024 m, so a
 * client that goes on from a received position must not get stuck in the wall that it slid along.
 */
export const contactTolerance = 1 / 1024;

/**
 * A body and the step it wishes to make, by these indexes; `moveBody` leaves the position reached in `bodyX`, `bodyY`.
 * An array of doubles, because this runs for everybody in every tick, and a double that is handed from function to
 * function, or kept in a variable of the module, is an object on the heap.
 */
export const bodyX = 0;
export const bodyY = 1;
/** Metres of the step. */
export const stepX = 2;
export const stepY = 3;
export const bodyRadius = 4;
export const bodyNumbers = 5;

/** What `moveCircle` writes: reuse one. */
export interface MoveResult {
  x: number;
  y: number;
  /** Whether a tile shortened the way. */
  touched: boolean;
}

/** How far the sweep goes, and where it stopped at a corner: unit vector from the corner to the centre; both 0 at an edge. */
const sweep = new Float64Array(3);
const by = 0;
const normalX = 1;
const normalY = 2;

const circle = new Float64Array(bodyNumbers);

/** From (x, y) by (dx, dy) metres: `moveBody` for those who are not in a hurry. */
export function moveCircle(
  map: WorldMap,
  x: number,
  y: number,
  dx: number,
  dy: number,
  radius: number,
  result: MoveResult,
): void {
  circle[bodyX] = x;
  circle[bodyY] = y;
  circle[stepX] = dx;
  circle[stepY] = dy;
  circle[bodyRadius] = radius;
  result.touched = moveBody(map, circle);
  result.x = circle[bodyX];
  result.y = circle[bodyY];
}

/** Whether a tile shortened the way. A body whose centre lies in a blocked tile stays where it is. Allocates nothing. */
export function moveBody(map: WorldMap, body: Float64Array): boolean {
  // Integers, not whole doubles, for the compiler.
  const tileX = Math.floor(body[bodyX]!) | 0;
  const tileY = Math.floor(body[bodyY]!) | 0;
  if (map.isOpenAround(tileX, tileY) && staysAround(body)) {
    body[bodyX] = body[bodyX]! + body[stepX]!;
    body[bodyY] = body[bodyY]! + body[stepY]!;
    return false;
  }
  return map.isTileBlocked(tileX, tileY) || sweepBody(map, body);
}

/** A tile, less what rounding may add. */
const roomAroundM = 1 - 1 / 1024;

/** Whether no part of the body leaves the eight tiles around its own, wherever in it it is. */
function staysAround(body: Float64Array): boolean {
  const roomM = roomAroundM - body[bodyRadius]!;
  return Math.abs(body[stepX]!) <= roomM && Math.abs(body[stepY]!) <= roomM;
}

function sweepBody(map: WorldMap, body: Float64Array): boolean {
  const fromX = body[bodyX]!;
  sweep[by] = body[stepX]!;
  const touchedX = sweepX(map, body);
  if (touchedX && sweep[normalY] !== 0) {
    // The part of the lost way that runs along the tangent of the corner.
    const lost = body[stepX]! - (body[bodyX]! - fromX);
    const onward = lost * sweep[normalY]! * sweep[normalY]!;
    sweep[by] = -lost * sweep[normalX]! * sweep[normalY]!;
    sweepY(map, body);
    sweep[by] = onward;
    sweepX(map, body);
  }
  const fromY = body[bodyY]!;
  sweep[by] = body[stepY]!;
  const touchedY = sweepY(map, body);
  if (touchedY && sweep[normalX] !== 0) {
    const lost = body[stepY]! - (body[bodyY]! - fromY);
    const onward = lost * sweep[normalX]! * sweep[normalX]!;
    sweep[by] = -lost * sweep[normalX]! * sweep[normalY]!;
    sweepX(map, body);
    sweep[by] = onward;
    sweepY(map, body);
  }
  return touchedX || touchedY;
}

/** Moves the body along x by `sweep[by]` as far as it gets. Whether a tile stopped it. */
function sweepX(map: WorldMap, body: Float64Array): boolean {
  const dx = sweep[by]!;
  let stopped = false;
  if (dx === 0) return false;
  const x = body[bodyX]!;
  const y = body[bodyY]!;
  const radius = body[bodyRadius]!;
  const forward = dx > 0;
  const firstRow = Math.floor(y - radius);
  const lastRow = Math.floor(y + radius);
  let reached = x + dx;
  const firstColumn = Math.floor(x);
  const lastColumn = Math.floor(forward ? reached + radius : reached - radius);
  const step = forward ? 1 : -1;
  for (let row = firstRow; row <= lastRow; row++) {
    const away = y < row ? row - y : y > row + 1 ? y - row - 1 : 0;
    if (away >= radius - contactTolerance) continue;
    const reach = away === 0 ? radius : Math.sqrt(radius * radius - away * away);
    for (let column = firstColumn; forward ? column <= lastColumn : column >= lastColumn; column += step) {
      if (!map.isTileBlocked(column, row)) continue;
      const limit = forward ? column - reach : column + 1 + reach;
      // A tile whose near side lies behind the contact is one the body has passed or overlaps within the tolerance.
      if (forward ? limit < reached : limit > reached) {
        reached = forward ? Math.max(x, limit) : Math.min(x, limit);
        stopped = true;
        sweep[normalX] = away === 0 ? 0 : (forward ? -reach : reach) / radius;
        sweep[normalY] = away === 0 ? 0 : (y < row ? -away : away) / radius;
      }
      break;
    }
  }
  body[bodyX] = reached;
  return stopped;
}

/** The same along y. */
function sweepY(map: WorldMap, body: Float64Array): boolean {
  const dy = sweep[by]!;
  let stopped = false;
  if (dy === 0) return false;
  const x = body[bodyX]!;
  const y = body[bodyY]!;
  const radius = body[bodyRadius]!;
  const forward = dy > 0;
  const firstColumn = Math.floor(x - radius);
  const lastColumn = Math.floor(x + radius);
  let reached = y + dy;
  const firstRow = Math.floor(y);
  const lastRow = Math.floor(forward ? reached + radius : reached - radius);
  const step = forward ? 1 : -1;
  for (let column = firstColumn; column <= lastColumn; column++) {
    const away = x < column ? column - x : x > column + 1 ? x - column - 1 : 0;
    if (away >= radius - contactTolerance) continue;
    const reach = away === 0 ? radius : Math.sqrt(radius * radius - away * away);
    for (let row = firstRow; forward ? row <= lastRow : row >= lastRow; row += step) {
      if (!map.isTileBlocked(column, row)) continue;
      const limit = forward ? row - reach : row + 1 + reach;
      if (forward ? limit < reached : limit > reached) {
        reached = forward ? Math.max(y, limit) : Math.min(y, limit);
        stopped = true;
        sweep[normalY] = away === 0 ? 0 : (forward ? -reach : reach) / radius;
        sweep[normalX] = away === 0 ? 0 : (x < column ? -away : away) / radius;
      }
      break;
    }
  }
  body[bodyY] = reached;
  return stopped;
}
