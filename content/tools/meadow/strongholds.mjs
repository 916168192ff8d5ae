// Where enemies dwell: the mouth of the cave in the cliff, and the bandits' camp.

import { camp } from './plan.mjs';

/** After the road that leads to it. */
export function drawCaveMouth(map) {
  map.clear(60, 4, 9, 8);
  map.fill('walls', 60, 0, 9, 6, 'cliff-top');
  map.fill('walls', 60, 4, 9, 2, 'cliff');
  for (const x of [60, 61, 67, 68]) map.fill('walls', x, 6, 1, 3, 'cliff');
  map.fill('ground', 62, 6, 5, 5, 'flagstone');
  map.fill('details', 63, 6, 3, 2, 'portal');
  for (const [x, y] of [
    [62, 6],
    [66, 6],
    [61, 9],
    [67, 9],
  ])
    map.put('walls', x, y, 'stalagmite');
}

/** A ring of stakes with a gap to the north, where the trail comes in. */
export function drawCamp(map) {
  const { x, y, radius } = camp;
  map.disc(x, y, radius + 2, (column, row) => {
    map.clear(column, row, 1, 1);
    map.put('ground', column, row, map.pick(['mud', 'grass-dark', 'grass']));
  });
  map.disc(x, y, radius, (column, row) => map.put('ground', column, row, map.pick(['mud', 'mud', 'path'])));
  map.disc(x, y, radius, (column, row) => {
    const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
    if (distance > radius - 1.5 && !(Math.abs(column + 0.5 - x) < 2 && row < y))
      map.put('walls', column, row, 'palisade');
  });
  for (const [name, dx, dy] of [
    ['tent', -5, -3],
    ['tent', -6, 1],
    ['tent', 5, -3],
    ['tent', 5, 2],
    ['tent', -3, 5],
    ['campfire', 0, 0],
    ['crate', 3, 5],
    ['crate', 4, 5],
    ['barrel', 4, 4],
    ['stump', 2, 1],
    ['stump', -2, 1],
  ])
    map.put('walls', x + dx, y + dy, name);
  map.put('details', x + 2, y - 4, 'bones');
}
