import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { moveCircle } from '#domain/space/move-circle.js';
import type { Navigation } from '#domain/space/navigation/navigation.js';
import { PathOutcome, createPathColumns, waypointsMax } from '#domain/space/navigation/path-columns.js';
import { PathFinder } from '#domain/space/navigation/path-finder.js';
import { buildSubgoalGraph } from '#domain/space/navigation/subgoal-graph.js';
import { bodySize, freeCost, straightCost } from '#domain/space/navigation/walking-ground.js';
import { isFree } from '#domain/space/free-ground.js';

import type { WorldMap } from '#domain/space/world-map.js';
import { drawMaze } from '../../../../bench/decisions/maze.js';
import { costsFrom } from '../../../support/worlds/plain-paths.js';
import { anyTiles } from '../../../support/worlds/random-tiles.js';
import { drawWorldMap } from '../../../support/worlds/tile-map.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Answer {
  readonly outcome: number;
  readonly points: readonly Point[];
  readonly whole: boolean;
  readonly steps: number;
}

function ask(map: WorldMap, radius: number, from: Point, to: Point, slice = Infinity): Answer {
  const graph = buildSubgoalGraph(map, bodySize(radius), localMemory);
  const navigation: Navigation = { sizes: [bodySize(radius)], graphs: [graph] };
  const columns = createPathColumns(localMemory);
  const slot = 5;
  columns.fromX[slot] = from.x;
  columns.fromY[slot] = from.y;
  columns.toX[slot] = to.x;
  columns.toY[slot] = to.y;
  columns.radius[slot] = radius;
  const finder = new PathFinder(navigation, columns);
  finder.begin(slot);
  while (finder.isBusy) finder.run(slice);
  return {
    outcome: columns.outcome[slot]!,
    whole: columns.whole[slot] === 1,
    steps: columns.steps[slot]!,
    points: Array.from({ length: columns.count[slot]! }, (_, i) => ({
      x: columns.waypoints[(slot * waypointsMax + i) * 2]! / 2,
      y: columns.waypoints[(slot * waypointsMax + i) * 2 + 1]! / 2,
    })),
  };
}

/** Walks straight from point to point as creatures do; where it ends up, and how far that was. */
function walk(
  map: WorldMap,
  radius: number,
  from: Point,
  points: readonly Point[],
): Point & { lengthM: number } {
  const at = { x: from.x, y: from.y, touched: false };
  let lengthM = 0;
  for (const point of points)
    for (let step = 0; step < 2000; step++) {
      const leftM = Math.hypot(point.x - at.x, point.y - at.y);
      // Creatures turn a little before a place; only the end is walked to exactly.
      if (leftM < (point === points.at(-1) ? 0.01 : 0.15)) break;
      const share = Math.min(1, 0.07 / leftM);
      const before = { ...at };
      moveCircle(map, at.x, at.y, (point.x - at.x) * share, (point.y - at.y) * share, radius, at);
      lengthM += Math.hypot(at.x - before.x, at.y - before.y);
    }
  return { ...at, lengthM };
}

const aside = fc.integer({ min: -400, max: 400 }).map((value) => value / 1000);
const anyQuestion = fc.record({
  rows: anyTiles,
  radius: fc.constantFrom(0.3, 0.45, 0.48, 0.5, 0.65, 1.2),
  from: fc.nat(),
  to: fc.nat(),
  aside: fc.tuple(aside, aside, aside, aside),
});

/** Two places where the body can stand, or undefined when there is none. */
function standing(question: typeof anyQuestion extends fc.Arbitrary<infer Q> ? Q : never) {
  const map = drawWorldMap(question.rows);
  const { radius } = question;
  const size = bodySize(radius);
  const { ground } = buildSubgoalGraph(map, size, localMemory);
  const cells = [...ground.region.keys()].filter((cell) => ground.region[cell] !== 0);
  if (cells.length === 0) return undefined;
  const near = (cell: number, dx: number, dy: number): Point => {
    const [x, y] = [(cell % map.width) + size / 2, Math.floor(cell / map.width) + size / 2];
    return isFree(map, x + dx, y + dy, radius) ? { x: x + dx, y: y + dy } : { x, y };
  };
  const [start, goal] = [cells[question.from % cells.length]!, cells[question.to % cells.length]!];
  const [fromDx, fromDy, toDx, toDy] = question.aside;
  return { map, ground, start, goal, from: near(start, fromDx, fromDy), to: near(goal, toDx, toDy) };
}

describe('a path', () => {
  it('leads a body to its goal without getting stuck, hardly longer than the shortest way from cell to cell', () => {
    const seen = { walked: 0, bent: 0 };
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const place = standing(question);
        if (place === undefined) return;
        const { map, ground, from, to, start, goal } = place;
        const answer = ask(map, question.radius, from, to);
        if (ground.region[start] !== ground.region[goal]) return;
        expect(answer.outcome).toBe(PathOutcome.found);
        if (!answer.whole) return;
        const end = walk(map, question.radius, from, [...answer.points, to]);
        expect(Math.hypot(end.x - to.x, end.y - to.y)).toBeLessThan(0.02);
        // To the middle of the first cell, and from that of the last.
        const endsM = 1.5 * ground.size;
        expect(end.lengthM).toBeLessThan(costsFrom(ground, start)[goal]! / straightCost + endsM);
        seen.walked++;
        if (answer.points.length > 2) seen.bent++;
      }),
      { numRuns: 400 },
    );
    expect(seen.walked).toBeGreaterThan(100);
    expect(seen.bent).toBeGreaterThan(30);
  });

  it('is the same in slices of any length, and counts the same steps', () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 1, max: 30 }), (question, slice) => {
        const place = standing(question);
        if (place === undefined) return;
        const { map, from, to } = place;
        expect(ask(map, question.radius, from, to, slice)).toEqual(ask(map, question.radius, from, to));
      }),
      { numRuns: 300 },
    );
  });

  it('to where one cannot get leads to the nearest place where one can', () => {
    let unreachable = 0;
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const place = standing(question);
        if (place === undefined) return;
        const { map, ground, from, to, start, goal } = place;
        if (ground.region[start] === ground.region[goal]) return;
        const nearest = Math.min(
          ...costsFrom(ground, start).map((cost, cell) =>
            cost === Infinity
              ? Infinity
              : Math.hypot(
                  (cell % map.width) + ground.size / 2 - to.x,
                  Math.floor(cell / map.width) + ground.size / 2 - to.y,
                ),
          ),
        );
        const answer = ask(map, question.radius, from, to);
        if (nearest > 15) return;
        expect([PathOutcome.nearest, PathOutcome.found]).toContain(answer.outcome);
        if (!answer.whole) return;
        const end = walk(map, question.radius, from, answer.points);
        expect(Math.hypot(end.x - to.x, end.y - to.y)).toBeCloseTo(nearest, 1);
        unreachable++;
      }),
      { numRuns: 400 },
    );
    expect(unreachable).toBeGreaterThan(30);
  });

  it('from inside a wall, or to nowhere near, is none', () => {
    const island = ['.#' + '.'.repeat(40), '.#' + '#'.repeat(39) + '.'];
    const map = drawWorldMap(island);
    expect(ask(map, 0.4, { x: 1.5, y: 0.5 }, { x: 4, y: 0.5 }).outcome).toBe(PathOutcome.noWay);
    expect(ask(map, 0.4, { x: 0.5, y: 0.5 }, { x: 30, y: 0.5 })).toMatchObject({
      outcome: PathOutcome.noWay,
      points: [],
    });
  });

  it('through a long maze ends where the walker asks again, and the second goes on from there', () => {
    const map = drawWorldMap(drawMaze({ cellsAcross: 12, cellsDown: 12, corridor: 2, doors: 0, seed: 3 }));
    const goal = { x: map.width - 1.5, y: map.height - 1.5 };
    let at: Point = { x: 1.5, y: 1.5 };
    let asked = 0;
    for (let whole = false; !whole && asked < 10; asked++) {
      const answer = ask(map, 0.4, at, goal);
      expect(answer.outcome).toBe(PathOutcome.found);
      expect(answer.points.length).toBeLessThanOrEqual(waypointsMax);
      at = walk(map, 0.4, at, answer.points);
      whole = answer.whole;
    }
    expect(asked).toBeGreaterThan(1);
    expect(freeCost(at.x - goal.x, at.y - goal.y)).toBeLessThan(straightCost);
  });

  it('gives up a search that would cost more than it may, and says so', () => {
    // Combs of dead ends on a way that leads away from the goal first.
    const map = drawWorldMap(drawMaze({ cellsAcross: 140, cellsDown: 140, corridor: 1, doors: 0, seed: 5 }));
    const answer = ask(map, 0.4, { x: 1.5, y: 1.5 }, { x: map.width - 1.5, y: map.height - 1.5 });
    expect(answer).toMatchObject({ outcome: PathOutcome.tooCostly, points: [] });
  });
});
