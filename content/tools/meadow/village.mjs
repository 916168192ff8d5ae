// The village at the crossroads: a square with a well, houses with paths to it, and fields.

import { buildHouse, plantField } from '../drawing/house.mjs';
import { middle } from './plan.mjs';

const houses = [
  {
    x: 47,
    y: 50,
    width: 10,
    height: 8,
    door: 'south',
    inside: [
      ['bed', 1, 1],
      ['table', 6, 2],
      ['crate', 8, 6],
    ],
  },
  {
    x: 71,
    y: 48,
    width: 9,
    height: 8,
    door: 'south',
    inside: [
      ['table', 3, 2],
      ['barrel', 7, 1],
      ['bed', 1, 5],
    ],
  },
  {
    x: 75,
    y: 70,
    width: 11,
    height: 8,
    door: 'north',
    walls: 'stone-wall',
    floor: 'flagstone',
    inside: [
      ['anvil', 3, 3],
      ['barrel', 9, 6],
      ['crate', 8, 6],
      ['table', 7, 3],
    ],
  },
  {
    x: 45,
    y: 71,
    width: 9,
    height: 8,
    door: 'north',
    inside: [
      ['bed', 1, 6],
      ['bed', 3, 6],
      ['table', 6, 5],
    ],
  },
  {
    x: 52,
    y: 83,
    width: 8,
    height: 7,
    door: 'north',
    inside: [
      ['barrel', 1, 5],
      ['crate', 2, 5],
      ['crate', 6, 5],
    ],
  },
  {
    x: 69,
    y: 83,
    width: 8,
    height: 7,
    door: 'north',
    inside: [
      ['bed', 1, 5],
      ['table', 5, 4],
    ],
  },
];

/** What stands in the open. */
const outside = [
  ['well', 63, 63],
  ['signpost', 67, 59],
  ['barrel', 58, 60],
  ['crate', 58, 61],
  ['hedge', 57, 69],
  ['hedge', 58, 70],
  ['hedge', 70, 69],
  ['hedge', 69, 70],
  ['oak', 56, 58],
  ['birch', 71, 60],
];

const floors = ['cobble', 'wood-floor', 'flagstone'];

export function drawVillage(map) {
  map.disc(middle, middle, 9.5, (x, y) => map.put('walls', x, y, ''));
  map.disc(middle, middle, 7.6, (x, y) => {
    map.clear(x, y, 1, 1);
    map.put('ground', x, y, 'cobble');
  });
  for (const house of houses) drawFootpath(map, house.door, buildHouse(map, house));
  plantField(map, { x: 80, y: 82, width: 12, height: 9, crop: 'wheat' });
  plantField(map, { x: 36, y: 82, width: 11, height: 8, crop: 'cabbages' });
  for (const [name, x, y] of outside) map.put('walls', x, y, name);
}

/** From a door to the road through the middle. */
function drawFootpath(map, door, [doorX, doorY]) {
  const wayY = doorY + (door === 'north' ? -2 : 2);
  const points = [
    [doorX, doorY],
    [doorX, wayY],
    [middle, wayY],
  ];
  map.brush(points, 0.9, (x, y) => {
    if (floors.some((name) => map.is('ground', x, y, name))) return;
    map.clear(x, y, 1, 1);
    map.put('ground', x, y, 'path');
  });
}
