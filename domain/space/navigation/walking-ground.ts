// Where bodies of one size can stand on a map, in cells, as plain arrays that threads can share.
//
// A body is treated as a square of whole tiles, the smallest in which it has some air: walls are whole tiles, so a gap
// that lets the disc through lets the square through. Cell (x, y) is the square whose north-west tile is (x, y). Steps go to
// the eight neighbours, diagonal ones only past two free cells, so that a walker never cuts a corner: whatever follows
// the steps is walkable by movement/move-circle.

import type { ColumnMemory } from '../../engine/ecs/columns.js';
import type { WorldMap } from '../world-map.js';

/** What threads hand each other of a ground. */
export interface GroundArrays {
  readonly width: number;
  readonly height: number;
  /** Tiles a side of the body's square. */
  readonly size: number;
  /** Tiles: 1 where nobody can walk. */
  readonly blocked: Uint8Array;
  /** Cells: 0 where the body cannot stand, else the same number for all cells it can walk to from each other. */
  readonly region: Uint32Array;
}

/** Metres of air a body needs in a gap: into one as wide as itself it would have to be led to the last bit. */
const airM = 0.04;

/** Tiles a side of the square that stands for a body. */
export function bodySize(radiusM: number): number {
  return Math.ceil(2 * radiusM + airM);
}

/** Steps clockwise from east; odd ones are diagonal. */
export const directionX = Int32Array.of(1, 1, 0, -1, -1, -1, 0, 1);
export const directionY = Int32Array.of(0, 1, 1, 1, 0, -1, -1, -1);

/** What a step costs. 99 / 70 is the square root of 2 to 5 parts in 100,000, and sums stay whole numbers. */
export const straightCost = 70;
export const diagonalCost = 99;

/** Cost of the way between two cells were nothing in between. */
export function freeCost(dx: number, dy: number): number {
  const x = Math.abs(dx);
  const y = Math.abs(dy);
  return x > y ? straightCost * (x - y) + diagonalCost * y : straightCost * (y - x) + diagonalCost * x;
}

export function layGround(map: WorldMap, size: number, memory: ColumnMemory): GroundArrays {
  const { width, height } = map;
  const blocked = new Uint8Array(memory.allocate(width * height));
  blocked.set(map.blocked);
  const region = new Uint32Array(memory.allocate(width * height * 4));
  const ground = { width, height, size, blocked, region };
  markStandable(ground);
  numberRegions(ground);
  return ground;
}

const unnumbered = 0xffff_ffff;

function markStandable({ width, height, size, blocked, region }: GroundArrays): void {
  for (let y = 0; y + size <= height; y++)
    for (let x = 0; x + size <= width; x++) {
      let free = true;
      for (let row = y; free && row < y + size; row++)
        for (let column = x; free && column < x + size; column++) free = blocked[row * width + column] === 0;
      if (free) region[y * width + x] = unnumbered;
    }
}

/** Floods along straight steps: a diagonal one reaches nothing that two straight ones do not. */
function numberRegions({ width, region }: GroundArrays): void {
  const waiting = new Uint32Array(region.length);
  let regions = 0;
  for (let start = 0; start < region.length; start++) {
    if (region[start] !== unnumbered) continue;
    region[start] = ++regions;
    let count = 0;
    waiting[count++] = start;
    while (count > 0) {
      const cell = waiting[--count]!;
      const x = cell % width;
      const y = (cell - x) / width;
      for (let direction = 0; direction < 8; direction += 2) {
        const nextX = x + directionX[direction]!;
        const nextY = y + directionY[direction]!;
        if (nextX < 0 || nextX >= width) continue;
        // North and south of the map the array ends: nothing there waits for a number.
        const next = nextY * width + nextX;
        if (region[next] !== unnumbered) continue;
        region[next] = regions;
        waiting[count++] = next;
      }
    }
  }
}
