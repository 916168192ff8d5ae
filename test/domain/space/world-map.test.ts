import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRandomStreams } from '#domain/engine/random/random-stream.js';
import { findFreeGround, isFree, randomFreeGround } from '#domain/space/free-ground.js';
import { hasLineOfSight, hasOpenGround, isClear, isInSight } from '#domain/space/line-of-sight.js';
import { drawScattered, drawWorldMap } from '../../support/worlds/tile-map.js';

const map = drawWorldMap([
  '..........', //
  '..ss......',
  '..ss...#..',
  '.......#..',
  '..~~~..#..',
  '..~~~..P..',
  '..~~~.....',
  '..........',
  '#.........',
  '.#........',
]);

describe('a map', () => {
  it('is blocked outside', () => {
    for (const [x, y] of [
      [-0.1, 5],
      [5, -0.1],
      [10, 5],
      [5, 10],
    ] as const)
      expect(map.isBlocked(x, y)).toBe(true);
    expect(map.isBlocked(0, 0)).toBe(false);
    expect(map.isBlocked(9.99, 7)).toBe(false);
  });

  it('knows its zones and portals by position', () => {
    expect(map.isSafe(2, 1)).toBe(true);
    expect(map.isSafe(3.99, 2.99)).toBe(true);
    expect(map.isSafe(4, 2)).toBe(false);
    expect(map.portal(7.5, 5.5)?.targetSpawnKey).toBe('home');
    expect(map.portal(6.99, 5.5)).toBeUndefined();
    expect(map.portal(-1, 5)).toBeUndefined();
  });

  it('marks as open just those tiles that blocked ones neither are nor touch, and as zoned those with a zone or portal', () => {
    const near = [-1, 0, 1];
    for (let y = -2; y < 12; y++)
      for (let x = -2; x < 12; x++) {
        const isOpen = near.every((dy) => near.every((dx) => !map.isTileBlocked(x + dx, y + dy)));
        expect(map.isOpenAround(x, y)).toBe(isOpen);
        const isZoned = map.isSafe(x + 0.5, y + 0.5) || map.portal(x + 0.5, y + 0.5) !== undefined;
        expect(map.zoned.has(x, y)).toBe(isZoned);
      }
  });

  it('needs the spawn point where the dead stand up', () => {
    expect(() => drawWorldMap(['..', '..'], { bindSpawnKey: 'nowhere' })).toThrow('nowhere');
  });
});

describe('sight', () => {
  it('is stopped by walls, not by water', () => {
    expect(hasLineOfSight(map, 5.5, 3.5, 9.5, 3.5)).toBe(false);
    expect(hasLineOfSight(map, 0.5, 5.5, 6.5, 5.5)).toBe(true);
    expect(hasOpenGround(map, 0.5, 5.5, 6.5, 5.5)).toBe(false);
  });

  it('does not slip between tiles that touch at their corners', () => {
    expect(hasLineOfSight(map, 0.5, 9.5, 1.5, 8.5)).toBe(false);
    expect(hasLineOfSight(map, 1.5, 8.5, 0.5, 9.5)).toBe(false);
  });

  it('ends at the edge of the map', () => {
    expect(hasLineOfSight(map, 5, 5, 5, 20)).toBe(false);
    expect(hasLineOfSight(map, -3, 5, 5, 5)).toBe(false);
  });

  it('is the same by its short cut where nothing opaque is near', () => {
    const metres = fc.double({ min: -1, max: 31, noNaN: true });
    const trees = fc.array(fc.nat(30 * 30 - 1), { maxLength: 4 });
    fc.assert(
      fc.property(trees, metres, metres, metres, metres, (blocked, x0, y0, x1, y1) => {
        const field = drawScattered(blocked);
        const line = Float64Array.of(x0, y0, x1, y1);
        expect(isInSight(field, line)).toBe(isClear(field, field.opaque, line));
      }),
      { numRuns: 2000 },
    );
  });

  it('reaches itself', () => {
    expect(hasLineOfSight(map, 5.2, 1.2, 5.2, 1.2)).toBe(true);
  });

  it('is broken exactly when some point of the line lies in an opaque tile', () => {
    const metres = fc.integer({ min: 1, max: 9_999 }).map((value) => value / 1000);
    fc.assert(
      fc.property(metres, metres, metres, metres, (x0, y0, x1, y1) => {
        const opaque = (slack: number) =>
          Array.from({ length: 2001 }, (_, i) => i / 2000).some((t) => {
            const x = x0 + (x1 - x0) * t;
            const y = y0 + (y1 - y0) * t;
            return [-slack, slack].some((dx) =>
              [-slack, slack].some((dy) => map.opaque[Math.floor(y + dy) * 10 + Math.floor(x + dx)] === 1),
            );
          });
        const seen = hasLineOfSight(map, x0, y0, x1, y1);
        // Sampling misses slivers, so only clear cases decide.
        if (opaque(0)) expect(seen).toBe(false);
        if (!opaque(0.02)) expect(seen).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('free ground', () => {
  it('is where no part of the body touches a wall', () => {
    expect(isFree(map, 6.5, 2.5, 0.35)).toBe(true);
    expect(isFree(map, 6.7, 2.5, 0.35)).toBe(false);
    expect(isFree(map, 0.3, 0.5, 0.35)).toBe(false);
    expect(isFree(map, 6.8, 1.8, 0.35)).toBe(false);
    expect(isFree(map, 6.7, 1.7, 0.35)).toBe(true);
  });

  it('is found nearest to a blocked place, or not at all', () => {
    const found = { x: 0, y: 0 };
    expect(findFreeGround(map, 3.5, 5.5, 0.35, 5, found)).toBe(true);
    expect(isFree(map, found.x, found.y, 0.35)).toBe(true);
    expect(Math.max(Math.abs(found.x - 3.5), Math.abs(found.y - 5.5))).toBe(2);
    expect(findFreeGround(drawWorldMap(['##', '##']), 1, 1, 0.35, 5, found)).toBe(false);
  });

  it('for a spawn lies within its circle, free, and in the open from its middle', () => {
    const { streams } = createRandomStreams(4, ['spawn']);
    for (let i = 0; i < 300; i++) {
      const spot = Float64Array.of(5.5, 3.5, 3, 0.35);
      expect(randomFreeGround(map, spot, streams.spawn)).toBe(true);
      const [x, y] = spot as unknown as [number, number];
      expect(Math.hypot(x - 5.5, y - 3.5)).toBeLessThanOrEqual(3);
      expect(isFree(map, x, y, 0.35)).toBe(true);
      expect(hasOpenGround(map, 5.5, 3.5, x, y)).toBe(true);
    }
  });
});
