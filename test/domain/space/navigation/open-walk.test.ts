import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { contactTolerance, moveCircle } from '#domain/space/move-circle.js';
import { hasOpenWalk, hasOpenWalkOn } from '#domain/space/navigation/open-walk.js';
import { bodySize, layGround } from '#domain/space/navigation/walking-ground.js';
import { isFree } from '#domain/space/free-ground.js';
import type { WorldMap } from '#domain/space/world-map.js';
import { anyTiles } from '../../../support/worlds/random-tiles.js';
import { drawScattered, drawWorldMap } from '../../../support/worlds/tile-map.js';

/** The plain twin: how near the line comes to the nearest blocked tile, tile by tile. */
function nearestTileM(rows: readonly string[], from: Point, to: Point): number {
  let leastM = Infinity;
  for (let y = -1; y <= rows.length; y++)
    for (let x = -1; x <= rows[0]!.length; x++)
      if (rows[y]?.[x] !== '.') leastM = Math.min(leastM, tileToLineM(x, y, from, to));
  return leastM;
}

/** By thirds: the distance of a moving point to a square falls and then rises. */
function tileToLineM(x: number, y: number, from: Point, to: Point): number {
  const awayM = (share: number) => {
    const atX = from.x + (to.x - from.x) * share;
    const atY = from.y + (to.y - from.y) * share;
    return Math.hypot(Math.max(x - atX, 0, atX - x - 1), Math.max(y - atY, 0, atY - y - 1));
  };
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const third = (high - low) / 3;
    if (awayM(low + third) < awayM(high - third)) high -= third;
    else low += third;
  }
  return awayM(low);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
const anyStand = fc.record({ pick: fc.nat(), asideX: share, asideY: share });

/** A place where the body fits: some free square of tiles, and somewhere in or near it. */
function standing(
  map: WorldMap,
  radius: number,
  { pick, asideX, asideY }: { pick: number; asideX: number; asideY: number },
): Point | undefined {
  const size = bodySize(radius);
  const { region } = layGround(map, size, localMemory);
  const free = [...region.keys()].filter((cell) => region[cell] !== 0);
  if (free.length === 0) return undefined;
  const cell = free[pick % free.length]!;
  const x = (cell % map.width) + size / 2;
  const y = Math.floor(cell / map.width) + size / 2;
  const aside = { x: x + asideX - 0.5, y: y + asideY - 0.5 };
  return isFree(map, aside.x, aside.y, radius) ? aside : { x, y };
}

describe('an open walk', () => {
  it('is one on which no wall comes nearer than the radius, and which the mover can make', () => {
    const seen = { open: 0, closed: 0 };
    fc.assert(
      fc.property(
        anyTiles,
        fc.constantFrom(0.2, 0.35, 0.5, 0.65, 1, 1.7),
        anyStand,
        anyStand,
        (rows, radius, start, end) => {
          const map = drawWorldMap(rows);
          const from = standing(map, radius, start);
          const to = standing(map, radius, end);
          if (from === undefined || to === undefined) return;
          const open = hasOpenWalk(map, map.blocked, Float64Array.of(from.x, from.y, to.x, to.y, radius));
          const nearestM = nearestTileM(rows, from, to);
          if (nearestM >= radius) expect(open).toBe(true);
          if (nearestM < radius - 2 * contactTolerance) expect(open).toBe(false);
          seen[open ? 'open' : 'closed']++;
          if (!open) return;
          const reached = { x: 0, y: 0, touched: false };
          let steps = 0;
          let at = from;
          while (Math.hypot(to.x - at.x, to.y - at.y) > 0.01 && steps++ < 2000) {
            const left = Math.hypot(to.x - at.x, to.y - at.y);
            const part = Math.min(1, 0.07 / left);
            moveCircle(map, at.x, at.y, (to.x - at.x) * part, (to.y - at.y) * part, radius, reached);
            at = { x: reached.x, y: reached.y };
          }
          expect(Math.hypot(to.x - at.x, to.y - at.y)).toBeLessThanOrEqual(0.01);
        },
      ),
      { numRuns: 300 },
    );
    expect(seen.open).toBeGreaterThan(20);
    expect(seen.closed).toBeGreaterThan(20);
  });

  it('is the same by its short cut where no wall is near', () => {
    const metres = fc.double({ min: -1, max: 31, noNaN: true });
    const rocks = fc.array(fc.nat(30 * 30 - 1), { maxLength: 4 });
    const radii = fc.constantFrom(0, 0.2, 0.35, 0.5, 0.65, 0.99, 1, 1.7);
    fc.assert(
      fc.property(rocks, radii, metres, metres, metres, metres, (blocked, radius, x0, y0, x1, y1) => {
        const map = drawScattered(blocked);
        const walk = Float64Array.of(x0, y0, x1, y1, radius);
        expect(hasOpenWalkOn(map, walk)).toBe(hasOpenWalk(map, map.blocked, walk));
      }),
      { numRuns: 2000 },
    );
  });

  it('leads along a wall that the body touches, not past a corner that it would graze', () => {
    const map = drawWorldMap(['.....', '..#..', '.....']);
    expect(hasOpenWalk(map, map.blocked, Float64Array.of(0.5, 0.5, 4.5, 0.5, 0.5))).toBe(true);
    expect(hasOpenWalk(map, map.blocked, Float64Array.of(0.5, 0.5, 4.5, 0.55, 0.5))).toBe(false);
  });
});
