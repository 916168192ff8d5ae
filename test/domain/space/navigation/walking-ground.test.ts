import { describe, expect, it } from '@jest/globals';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { layGround } from '#domain/space/navigation/walking-ground.js';
import { drawWorldMap } from '../../../support/worlds/tile-map.js';

/** The number of each cell's region, row by row; '.' where the body cannot stand. */
function regions(rows: readonly string[], size = 1): string[] {
  const { region, width } = layGround(drawWorldMap(rows), size, localMemory);
  return rows.map((_, y) => [...region.subarray(y * width, (y + 1) * width)].map((r) => r || '.').join(''));
}

describe('the ground', () => {
  it('does not go on at the other side of the map, nor at the next row', () => {
    expect(regions(['.#.', '.#.', '.#.'])).toEqual(['1.2', '1.2', '1.2']);
    expect(regions(['##.', '.##'])).toEqual(['..1', '2..']);
    expect(regions(['..#', '###', '#..'])).toEqual(['11.', '...', '.22']);
  });

  it('reaches every edge of the map from inside', () => {
    expect(regions(['#.#', '...', '#.#'])).toEqual(['.1.', '111', '.1.']);
    // The first cell that is looked at lies neither in the first column nor in the last row.
    expect(regions(['##.', '...', '.##'])).toEqual(['..1', '111', '1..']);
    // To the first row from below only.
    expect(regions(['.#.', '...'])).toEqual(['1.1', '111']);
  });

  it('holds no body of two tiles in the last column and the last row', () => {
    expect(regions(['...', '...', '...'], 2)).toEqual(['11.', '11.', '...']);
  });
});
