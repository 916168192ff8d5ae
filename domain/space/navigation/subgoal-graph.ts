// The corners of a ground and which of them see each other: the few cells through which shortest ways bend. A way from
// anywhere to anywhere is a way over this graph, and never longer than over all cells.
// After T. Uras, S. Koenig and C. Hernández, "Subgoal Graphs for Optimal Pathfinding in Eight-Neighbor Grids" (2013).

import type { ColumnMemory } from '../../engine/ecs/columns.js';
import { directionX, directionY, layGround } from './walking-ground.js';
import type { GroundArrays } from './walking-ground.js';
import type { WorldMap } from '../world-map.js';

/** What threads hand each other of a graph. */
export interface SubgoalGraph {
  readonly ground: GroundArrays;
  /** Steps from each cell in each of eight directions (cell * 8 + direction) until a subgoal, included, or a wall. */
  readonly clearance: Uint16Array;
  /** Number of the subgoal in each cell, from 1; 0 where there is none. */
  readonly subgoalAt: Uint32Array;
  /** By number of the subgoal. */
  readonly cellOf: Uint32Array;
  /** Those that subgoal s sees: `neighbours[firstNeighbour[s]] … neighbours[firstNeighbour[s + 1] - 1]`. */
  readonly firstNeighbour: Uint32Array;
  readonly neighbours: Uint32Array;
}

/** Most subgoals seen from one cell: 8 straight ahead and, for each diagonal step, 2 to its sides. */
export const seenMax = 8 + 8 * 1024;

export function buildSubgoalGraph(map: WorldMap, size: number, memory: ColumnMemory): SubgoalGraph {
  const ground = layGround(map, size, memory);
  const cells = ground.width * ground.height;
  const subgoalAt = new Uint32Array(memory.allocate(cells * 4));
  const clearance = new Uint16Array(memory.allocate(cells * 16));
  const corners = numberCorners(ground, subgoalAt);
  const cellOf = shared(memory, corners);
  measureClearance(ground, subgoalAt, clearance);
  const unlinked = { ground, clearance, subgoalAt, cellOf };
  const { firstNeighbour, neighbours } = link(unlinked);
  return {
    ...unlinked,
    firstNeighbour: shared(memory, firstNeighbour),
    neighbours: shared(memory, neighbours),
  };
}

function shared(memory: ColumnMemory, numbers: readonly number[]): Uint32Array {
  const column = new Uint32Array(memory.allocate(numbers.length * 4));
  column.set(numbers);
  return column;
}

/** A cell beside the outer corner of a wall: the diagonal neighbour is blocked, both beside it are free. */
function numberCorners(ground: GroundArrays, subgoalAt: Uint32Array): number[] {
  const corners = [0];
  const { width, height, region } = ground;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = y * width + x;
      if (region[cell] === 0) continue;
      for (let direction = 1; direction < 8; direction += 2) {
        const aside = x + directionX[direction]!;
        const along = y + directionY[direction]!;
        // Beyond the edge nothing is free, so a corner has all three cells on the map.
        if (aside < 0 || along < 0 || aside >= width || along >= height) continue;
        if (region[along * width + aside] !== 0) continue;
        if (region[along * width + x] === 0 || region[y * width + aside] === 0) continue;
        subgoalAt[cell] = corners.length;
        corners.push(cell);
        break;
      }
    }
  return corners;
}

export function canStep(ground: GroundArrays, cell: number, direction: number): boolean {
  const { width, height, region } = ground;
  const x = cell % width;
  const y = (cell - x) / width;
  const nextX = x + directionX[direction]!;
  const nextY = y + directionY[direction]!;
  if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height) return false;
  if (region[nextY * width + nextX] === 0) return false;
  return (direction & 1) === 0 || (region[nextY * width + x] !== 0 && region[y * width + nextX] !== 0);
}

function measureClearance(ground: GroundArrays, subgoalAt: Uint32Array, clearance: Uint16Array): void {
  const cells = ground.width * ground.height;
  const measure = (cell: number, direction: number): void => {
    if (ground.region[cell] === 0 || !canStep(ground, cell, direction)) return;
    const next = cell + directionY[direction]! * ground.width + directionX[direction]!;
    const beyond = subgoalAt[next] === 0 ? clearance[next * 8 + direction]! : 0;
    clearance[cell * 8 + direction] = beyond + 1;
  };
  // Each direction's steps lead to cells that were measured before.
  for (let cell = cells - 1; cell >= 0; cell--)
    for (let direction = 0; direction < 4; direction++) measure(cell, direction);
  for (let cell = 0; cell < cells; cell++)
    for (let direction = 4; direction < 8; direction++) measure(cell, direction);
}

type Unlinked = Pick<SubgoalGraph, 'ground' | 'clearance' | 'subgoalAt' | 'cellOf'>;

function link(graph: Unlinked): { firstNeighbour: number[]; neighbours: number[] } {
  const seen = new Uint32Array(seenMax);
  const firstNeighbour = [0];
  const neighbours: number[] = [];
  for (let subgoal = 1; subgoal < graph.cellOf.length; subgoal++) {
    firstNeighbour.push(neighbours.length);
    const count = findSeen(graph, graph.cellOf[subgoal]!, seen);
    for (let i = 0; i < count; i++) neighbours.push(seen[i]!);
  }
  firstNeighbour.push(neighbours.length);
  return { firstNeighbour, neighbours };
}

/**
 * Writes the subgoals that a cell sees - those to which a free way leads that is as short as were there no walls, and on
 * which no other subgoal lies - and returns how many. Each can be walked to diagonally first, then straight.
 */
export function findSeen(graph: Unlinked, cell: number, seen: Uint32Array): number {
  const { clearance, subgoalAt, ground } = graph;
  let count = 0;
  for (let direction = 0; direction < 8; direction++) {
    const subgoal = subgoalAt[cell + clearance[cell * 8 + direction]! * stride(ground, direction)]!;
    if (subgoal !== 0 && clearance[cell * 8 + direction] !== 0) seen[count++] = subgoal;
  }
  for (let diagonal = 1; diagonal < 8; diagonal += 2) {
    count = lookAside(graph, cell, diagonal, (diagonal + 7) & 7, seen, count);
    count = lookAside(graph, cell, diagonal, (diagonal + 1) & 7, seen, count);
  }
  return count;
}

function stride(ground: GroundArrays, direction: number): number {
  return directionY[direction]! * ground.width + directionX[direction]!;
}

/** Looks from every cell of a diagonal to one side, no farther than what earlier looks met. */
function lookAside(
  { clearance, subgoalAt, ground }: Unlinked,
  cell: number,
  diagonal: number,
  side: number,
  seen: Uint32Array,
  found: number,
): number {
  const onward = stride(ground, diagonal);
  const aside = stride(ground, side);
  let count = found;
  let limit = clearance[cell * 8 + side]!;
  if (subgoalAt[cell + limit * aside] !== 0) limit--;
  let steps = clearance[cell * 8 + diagonal]!;
  if (steps > 0 && subgoalAt[cell + steps * onward] !== 0) steps--;
  let from = cell;
  for (let step = 1; step <= steps; step++) {
    from += onward;
    let reach = clearance[from * 8 + side]!;
    if (reach <= limit && reach > 0) {
      const subgoal = subgoalAt[from + reach * aside]!;
      if (subgoal !== 0) {
        seen[count++] = subgoal;
        reach--;
      }
    }
    if (reach < limit) limit = reach;
  }
  return count;
}
