import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactTolerance, moveCircle } from '#domain/space/move-circle.js';
import { isFree } from '#domain/space/free-ground.js';
import type { WorldMap } from '#domain/space/world-map.js';
import { drawWorldMap } from '../../support/worlds/tile-map.js';

const radius = 0.35;
const near = 1e-9;

function move(map: WorldMap, x: number, y: number, dx: number, dy: number) {
  const result = { x: 0, y: 0, touched: false };
  moveCircle(map, x, y, dx, dy, radius, result);
  return result;
}

const open = drawWorldMap([
  '........',
  '........',
  '........',
  '........',
  '........',
  '........',
  '........',
  '........',
]);
const pillar = drawWorldMap(['.......', '.......', '.......', '...#...', '.......', '.......', '.......']);
const corridor = drawWorldMap(['#########', '#.......#', '#########']);

describe('a moving body', () => {
  it('goes all the way over open ground', () => {
    expect(move(open, 2, 3, 1.5, -0.5)).toEqual({ x: 3.5, y: 2.5, touched: false });
  });

  it('stops with its edge at a wall', () => {
    const { x, y, touched } = move(pillar, 1.5, 3.5, 5, 0);
    expect(x).toBeCloseTo(3 - radius, 9);
    expect(y).toBe(3.5);
    expect(touched).toBe(true);
  });

  it('slides along a wall that it runs into at a slant', () => {
    const { x, y } = move(corridor, 2, 1.5, 3, 1);
    expect(x).toBeCloseTo(5, 9);
    expect(y).toBeCloseTo(2 - radius, 9);
  });

  it('is not caught by the seams between the tiles of a wall', () => {
    let at = { x: 1.5, y: 2 - radius, touched: false };
    for (let step = 0; step < 100; step++) at = move(corridor, at.x, at.y, 0.07, 0.05);
    expect(at.x).toBeCloseTo(8 - radius, 9);
  });

  it('is not caught by a wall after its position was rounded for the wire', () => {
    let at = { x: 1.5, y: 2 - radius, touched: false };
    for (let step = 0; step < 100; step++) {
      at = move(corridor, at.x, at.y, 0.07, 0.05);
      at.x = Math.floor(at.x * 1024 + 0.5) / 1024;
      at.y = Math.floor(at.y * 1024 + 0.5) / 1024;
    }
    expect(at.x).toBeCloseTo(8 - radius, 2);
  });

  it('rounds a corner that it catches with its side', () => {
    let at = { x: 2.3, y: 2.75, touched: false };
    for (let step = 0; step < 60; step++) at = move(pillar, at.x, at.y, 0.08, 0);
    expect(at.x).toBeGreaterThan(4.5);
    expect(at.y).toBeLessThan(3 - radius + contactTolerance);
  });

  it('does not slip between two tiles that touch at their corners', () => {
    const diagonal = drawWorldMap([
      '#######',
      '#.....#',
      '#..#..#',
      '#.#...#',
      '#.....#',
      '#.....#',
      '#######',
    ]);
    let at = { x: 1.5, y: 1.5, touched: false };
    const start = at.x + at.y;
    for (let step = 0; step < 200; step++) at = move(diagonal, at.x, at.y, 0.05, 0.05);
    expect(at.x + at.y).toBeGreaterThan(start);
    expect(at.x < 3 && at.y < 3).toBe(true);
  });

  it('passes a gap of one tile', () => {
    const gap = drawWorldMap(['#######', '#..#..#', '#.....#', '#..#..#', '#######']);
    expect(move(gap, 1.5, 2.5, 4, 0).x).toBeCloseTo(5.5, 9);
  });

  it('does not leave the map', () => {
    expect(move(open, 2, 2, -50, 0).x).toBeCloseTo(radius, 9);
    expect(move(open, 2, 2, 0, 5000).y).toBeCloseTo(8 - radius, 9);
  });

  it('stays when it is inside a wall', () => {
    expect(move(pillar, 3.5, 3.5, 1, 1)).toEqual({ x: 3.5, y: 3.5, touched: true });
  });
});

describe('any walk over any map', () => {
  // Evenly spread: fast-check's doubles are mostly tiny.
  const metres = (min: number, max: number) =>
    fc.integer({ min: min * 100_000, max: max * 100_000 }).map((value) => value / 100_000);
  const rows = fc.array(
    fc
      .array(fc.constantFrom('.', '.', '.', '#'), { minLength: 12, maxLength: 12 })
      .map((row) => row.join('')),
    { minLength: 12, maxLength: 12 },
  );
  const step = fc.record({
    dx: metres(-3, 3),
    dy: metres(-3, 3),
  });
  const walk = fc.record({
    rows,
    x: metres(0, 12),
    y: metres(0, 12),
    steps: fc.array(step, { minLength: 1, maxLength: 30 }),
  });

  it('never overlaps a wall, never jumps over one, and never goes farther than it wished', () => {
    fc.assert(
      fc.property(walk, ({ rows, x, y, steps }) => {
        const map = drawWorldMap(rows);
        fc.pre(isFree(map, x, y, radius));
        let at = { x, y, touched: false };
        for (const { dx, dy } of steps) {
          const next = move(map, at.x, at.y, dx, dy);
          expect(isFree(map, next.x, next.y, radius - contactTolerance - near)).toBe(true);
          expect(Math.hypot(next.x - at.x, next.y - at.y)).toBeLessThanOrEqual(
            Math.abs(dx) + Math.abs(dy) + near,
          );
          expect(connected(map, at, next)).toBe(true);
          at = next;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same numbers, to the last bit, by its short cut over open ground as by sweeping', () => {
    const sparse = fc.record({
      blocked: fc.array(fc.nat(12 * 12 - 1), { maxLength: 6 }),
      x: fc.double({ min: -3, max: 15, noNaN: true }),
      y: fc.double({ min: -3, max: 15, noNaN: true }),
      dx: fc.double({ min: -1.2, max: 1.2, noNaN: true }),
      dy: fc.double({ min: -1.2, max: 1.2, noNaN: true }),
      radius: fc.double({ min: 0, max: 1.5, noNaN: true }),
    });
    fc.assert(
      fc.property(sparse, ({ blocked, x, y, dx, dy, radius }) => {
        const tiles = Array.from({ length: 144 }, (_, i) => (blocked.includes(i) ? '#' : '.'));
        const rows = Array.from({ length: 12 }, (_, row) => tiles.slice(row * 12, row * 12 + 12).join(''));
        const map = drawWorldMap(rows);
        const swept = drawWorldMap(rows);
        for (let tile = 0; tile < 144; tile++) swept.walled.add(tile % 12, Math.floor(tile / 12));
        const results = [map, swept].map((each) => {
          const result = { x: 0, y: 0, touched: false };
          moveCircle(each, x, y, dx, dy, radius, result);
          return result;
        });
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same result every time', () => {
    fc.assert(
      fc.property(walk, ({ rows, x, y, steps }) => {
        const map = drawWorldMap(rows);
        const { dx, dy } = steps[0]!;
        expect(move(map, x, y, dx, dy)).toEqual(move(map, x, y, dx, dy));
      }),
    );
  });

  /** Whether a way over unblocked tiles, edge to edge, joins the two places. */
  function connected(map: WorldMap, from: { x: number; y: number }, to: { x: number; y: number }): boolean {
    const goal = Math.floor(to.y) * map.width + Math.floor(to.x);
    const queue = [Math.floor(from.y) * map.width + Math.floor(from.x)];
    const seen = new Set(queue);
    for (const tile of queue) {
      if (tile === goal) return true;
      const x = tile % map.width;
      const y = Math.floor(tile / map.width);
      for (const [nx, ny] of [
        [x + 1, y],
        [x - 1, y],
        [x, y + 1],
        [x, y - 1],
      ] as const) {
        const next = ny * map.width + nx;
        if (map.isTileBlocked(nx, ny) || seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return false;
  }
});
