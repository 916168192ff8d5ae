import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { PathSearch, SearchState } from '#domain/space/navigation/path-search.js';
import { buildSubgoalGraph, canStep } from '#domain/space/navigation/subgoal-graph.js';
import type { SubgoalGraph } from '#domain/space/navigation/subgoal-graph.js';
import {
  diagonalCost,
  directionX,
  directionY,
  straightCost,
} from '#domain/space/navigation/walking-ground.js';
import type { GroundArrays } from '#domain/space/navigation/walking-ground.js';
import { costsFrom } from '../../../support/worlds/plain-paths.js';
import { anyTiles } from '../../../support/worlds/random-tiles.js';
import { drawWorldMap } from '../../../support/worlds/tile-map.js';

function search(graph: SubgoalGraph, start: number, goal: number, slice = Infinity): PathSearch {
  const found = new PathSearch(graph.cellOf.length, 2000);
  found.begin(graph, start, goal, Infinity);
  while (!found.run(slice));
  return found;
}

/** The cost of a way walked leg by leg, Infinity when a step of it is not possible. */
function costOfWay(ground: GroundArrays, way: Uint32Array): number {
  let cost = 0;
  for (let i = 1; i < way.length; i++) {
    let cell = way[i - 1]!;
    const dx = (way[i]! % ground.width) - (cell % ground.width);
    const dy = Math.floor(way[i]! / ground.width) - Math.floor(cell / ground.width);
    if (dx !== 0 && dy !== 0 && Math.abs(dx) !== Math.abs(dy)) return Infinity;
    while (cell !== way[i]) {
      const direction = directionX.findIndex(
        (x, at) => x === Math.sign(dx) && directionY[at] === Math.sign(dy),
      );
      if (!canStep(ground, cell, direction)) return Infinity;
      cell += Math.sign(dx) + Math.sign(dy) * ground.width;
      cost += direction % 2 === 0 ? straightCost : diagonalCost;
    }
  }
  return cost;
}

describe('a search for a way', () => {
  it('finds one as short as a search of all cells does, walkable step by step, for bodies of any size', () => {
    fc.assert(
      fc.property(anyTiles, fc.integer({ min: 1, max: 3 }), fc.nat(), fc.nat(), (rows, size, from, to) => {
        const graph = buildSubgoalGraph(drawWorldMap(rows), size, localMemory);
        const { region } = graph.ground;
        const free = [...region.keys()].filter((cell) => region[cell] !== 0);
        if (free.length === 0) return;
        const start = free[from % free.length]!;
        const goal = free[to % free.length]!;
        const expected = costsFrom(graph.ground, start)[goal]!;
        const found = search(graph, start, goal);
        if (expected === Infinity) {
          expect(found.state).toBe(SearchState.noWay);
          return;
        }
        expect(found.state).toBe(SearchState.found);
        expect(found.cost).toBe(expected);
        const way = found.way.subarray(0, found.wayLength);
        expect([way[0], way.at(-1)]).toEqual([start, goal]);
        expect(costOfWay(graph.ground, way)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same way in slices of any length, with the same effort', () => {
    fc.assert(
      fc.property(anyTiles, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 40 }), (rows, from, to, slice) => {
        const graph = buildSubgoalGraph(drawWorldMap(rows), 1, localMemory);
        const { region } = graph.ground;
        const free = [...region.keys()].filter((cell) => region[cell] !== 0);
        if (free.length === 0) return;
        const [start, goal] = [free[from % free.length]!, free[to % free.length]!];
        const whole = search(graph, start, goal);
        const sliced = search(graph, start, goal, slice);
        expect([sliced.state, sliced.steps, ...sliced.way]).toEqual([whole.state, whole.steps, ...whole.way]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives up when it costs more than it may', () => {
    const graph = buildSubgoalGraph(
      drawWorldMap(['.....', '.###.', '...#.', '.###.', '.....']),
      1,
      localMemory,
    );
    const found = new PathSearch(graph.cellOf.length, 100);
    found.begin(graph, 12, 14, 2);
    while (!found.run(1));
    expect(found.state).toBe(SearchState.tooCostly);
    expect(search(graph, 12, 14).state).toBe(SearchState.found);
  });
});
