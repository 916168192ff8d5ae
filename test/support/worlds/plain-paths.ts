// The plain twin of path searches: what it costs to get to every cell, cell by cell, without graph, heuristic or heap.

import { canStep } from '#domain/space/navigation/subgoal-graph.js';
import {
  diagonalCost,
  directionX,
  directionY,
  straightCost,
} from '#domain/space/navigation/walking-ground.js';
import type { GroundArrays } from '#domain/space/navigation/walking-ground.js';

export function costsFrom(ground: GroundArrays, start: number): number[] {
  const costs = new Array<number>(ground.region.length).fill(Infinity);
  const waiting = [start];
  costs[start] = 0;
  while (waiting.length > 0) {
    let least = 0;
    for (let i = 1; i < waiting.length; i++) if (costs[waiting[i]!]! < costs[waiting[least]!]!) least = i;
    const [cell] = waiting.splice(least, 1) as [number];
    for (let direction = 0; direction < 8; direction++) {
      if (!canStep(ground, cell, direction)) continue;
      const next = cell + directionY[direction]! * ground.width + directionX[direction]!;
      const cost = costs[cell]! + (direction % 2 === 0 ? straightCost : diagonalCost);
      if (cost >= costs[next]!) continue;
      if (costs[next] === Infinity) waiting.push(next);
      costs[next] = cost;
    }
  }
  return costs;
}
