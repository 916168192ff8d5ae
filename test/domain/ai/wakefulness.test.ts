import { describe, expect, it } from '@jest/globals';
import type { Pressure } from '#domain/vocabulary/pressure.js';
import { SmallWorld } from '../harness/small-world.js';

const cellM = 16;
/** Of the two square maps of the small content, in cells. */
const sides = [4, 2] as const;

/** Cells of map and place that are awake after somebody arrived there. */
function awakeAfter(arrival: { map: number; x: number; y: number }, pressure: Pressure = 0): string[] {
  const small = new SmallWorld();
  const { world } = small;
  const { wakefulness, grid } = world.tables;
  world.pressure = pressure;
  const player = small.player(arrival.x, arrival.y, { map: arrival.map });
  wakefulness.arrived(world, player, world.tick);
  const cells = sides.flatMap((side, map) =>
    Array.from({ length: side * side }, (_, i) => ({ map, column: i % side, row: Math.floor(i / side) })),
  );
  return cells
    .filter(({ map, column, row }) =>
      wakefulness.isAwake(grid.cellAt(map, column * cellM + 1, row * cellM + 1), world.tick),
    )
    .map(({ map, column, row }) => `${map}: ${column}, ${row}`);
}

function square(map: number, columns: readonly [number, number], rows: readonly [number, number]): string[] {
  const cells: string[] = [];
  for (let row = rows[0]; row <= rows[1]; row++)
    for (let column = columns[0]; column <= columns[1]; column++) cells.push(`${map}: ${column}, ${row}`);
  return cells;
}

describe('who arrives', () => {
  it.each([
    ['north-west', 1, 1],
    ['south-east', 62, 62],
  ])('in the %s corner wakes its own map, and nobody beyond the edges', (_, x, y) => {
    expect(awakeAfter({ map: 0, x, y })).toEqual(square(0, [0, 3], [0, 3]));
  });

  it('on the second map wakes nobody on the first', () => {
    expect(awakeAfter({ map: 1, x: 2, y: 2 })).toEqual(square(1, [0, 1], [0, 1]));
  });

  it('wakes those who are nearer, the less time the server has', () => {
    expect(awakeAfter({ map: 0, x: 1, y: 62 }, 2)).toEqual(square(0, [0, 2], [1, 3]));
    expect(awakeAfter({ map: 0, x: 62, y: 1 }, 3)).toEqual(square(0, [2, 3], [0, 1]));
  });

  it('wakes for longer than players take to mark their cells again, and not for ever', () => {
    const small = new SmallWorld();
    const { world } = small;
    const { wakefulness, grid } = world.tables;
    wakefulness.arrived(world, small.player(20, 20), 100);
    const cell = grid.cellAt(0, 20, 20);
    expect(wakefulness.isAwake(cell, 160)).toBe(true);
    expect(wakefulness.isAwake(cell, 400)).toBe(false);
  });
});
