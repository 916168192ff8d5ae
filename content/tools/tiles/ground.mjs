// What one walks on (or, where there is water, does not): the ground of the open land, then that of the cave.

import { ground, solid, wood } from './kinds.mjs';

const grass = '#6f9f4a';

const meadowGrass = (t) => {
  t.grain(grass, 0.05);
  t.speckle('#83b258', 10);
};
const caveFloor = (t) => {
  t.grain('#6a6168', 0.06);
  t.speckle('#5a5259', 8);
};

export const groundTiles = [
  // Ground of the open land.
  ['grass', meadowGrass, ground('grass')],
  [
    'grass-light',
    (t) => {
      t.grain('#77a94f', 0.05);
      t.blades('#8fc063', 5, 3);
    },
    ground('grass'),
  ],
  [
    'grass-dark',
    (t) => {
      t.grain('#668f45', 0.06);
      t.blades('#5b833d', 6, 3);
    },
    ground('grass'),
  ],
  [
    'forest-floor',
    (t) => {
      t.grain('#5b6b3a', 0.09);
      t.speckle('#7a5f38', 12);
    },
    ground('forest'),
  ],
  [
    'forest-floor-dark',
    (t) => {
      t.grain('#4f5f35', 0.09);
      t.speckle('#6b5231', 16);
    },
    ground('forest'),
  ],
  [
    'path',
    (t) => {
      t.grain('#b79a68', 0.06);
      t.speckle('#a18557', 14);
    },
    ground('path'),
  ],
  [
    'path-worn',
    (t) => {
      t.grain('#ad8f5f', 0.07);
      t.speckle('#c9b184', 10);
      t.speckle('#8d7449', 8);
    },
    ground('path'),
  ],
  [
    'sand',
    (t) => {
      t.grain('#d9c58d', 0.04);
      t.speckle('#c6b078', 12);
    },
    ground('sand'),
  ],
  [
    'water-shallow',
    (t) => {
      t.grain('#5c9fc0', 0.03);
      t.box(2, 4, 5, 1, '#86bdd6');
      t.box(9, 11, 5, 1, '#86bdd6');
    },
    { terrain: 'water', ...solid },
  ],
  [
    'water-deep',
    (t) => {
      t.grain('#3f7fa8', 0.03);
      t.box(8, 5, 4, 1, '#5590b6');
      t.box(3, 12, 4, 1, '#5590b6');
    },
    { terrain: 'water', ...solid },
  ],
  [
    'bridge',
    (t) => {
      for (let x = 0; x < 16; x += 4) {
        t.grain(wood, 0.06, [x, 0, 4, 16]);
        t.box(x, 0, 1, 16, wood, 0.62);
      }
    },
    ground('wood'),
  ],
  [
    'cobble',
    (t) => {
      t.grain('#7d776d', 0.04);
      for (let y = 0; y < 4; y++)
        for (let x = 0; x < 4; x++) t.ball(x * 4 + (y % 2 ? 3 : 2), y * 4 + 2, 1.9, '#a39c8f', 0.05);
    },
    ground('stone'),
  ],
  [
    'wood-floor',
    (t) => {
      t.courses('#a1774a', 4, 11, 0.05);
    },
    ground('wood'),
  ],
  [
    'field',
    (t) => {
      t.grain('#7b5a36', 0.08);
      for (let y = 2; y < 16; y += 4) t.box(0, y, 16, 1, '#5f4427');
    },
    ground('soil'),
  ],
  [
    'mud',
    (t) => {
      t.grain('#6d5a3d', 0.08);
      t.ball(5, 10, 3, '#5b4b33');
    },
    ground('mud'),
  ],
  [
    'flagstone',
    (t) => {
      t.courses('#8f8a83', 8, 8, 0.04);
    },
    ground('stone'),
  ],
  // Ground of the cave.
  ['cave-floor', caveFloor, ground('cave')],
  [
    'cave-floor-cracked',
    (t) => {
      caveFloor(t);
      for (let i = 0; i < 9; i++) t.dot(3 + i, 5 + Math.floor(i * 0.7), '#463f46');
    },
    ground('cave'),
  ],
  [
    'cave-gravel',
    (t) => {
      caveFloor(t);
      for (let i = 0; i < 7; i++) t.ball(2 + t.random() * 12, 2 + t.random() * 12, 1.4, '#857b83');
    },
    ground('cave'),
  ],
  [
    'cave-moss',
    (t) => {
      caveFloor(t);
      t.speckle('#5f7d4d', 60);
    },
    ground('moss'),
  ],
  [
    'cave-water',
    (t) => {
      t.grain('#2f5666', 0.04);
      t.box(4, 6, 6, 1, '#477689');
    },
    { terrain: 'water', ...solid },
  ],
  [
    'daylight',
    (t) => {
      t.grain('#b9b394', 0.05);
      t.speckle('#d8d2b0', 30);
    },
    ground('cave'),
  ],
];
