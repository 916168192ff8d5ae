// The tiles: each with its name, its drawing and what it means for the rules. Their order is permanent, because maps name
// tiles by number; new ones go to the end.

const grass = '#6f9f4a';
const wood = '#8a6237';
const stone = '#8d8f92';
const caveStone = '#4b4650';

const meadowGrass = (t) => {
  t.grain(grass, 0.05);
  t.speckle('#83b258', 10);
};
const leaves = (t, colour, shadow) => {
  t.ball(8, 9, 7.6, shadow, 0.06);
  t.ball(5.5, 6, 4.6, colour, 0.1);
  t.ball(10.5, 6.5, 4.4, colour, 0.1);
  t.ball(8, 10, 4.8, colour, 0.1);
};
const caveFloor = (t) => {
  t.grain('#6a6168', 0.06);
  t.speckle('#5a5259', 8);
};

const solid = { blocksMovement: true };
const wall = { blocksMovement: true, blocksSight: true };
const ground = (terrain) => ({ terrain });

export const tiles = [
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
  // What grows and lies about; one can walk over it.
  [
    'flowers-red',
    (t) => {
      for (let i = 0; i < 4; i++) t.ball(2 + t.random() * 12, 2 + t.random() * 12, 1.5, '#c8453b');
    },
    {},
  ],
  [
    'flowers-yellow',
    (t) => {
      for (let i = 0; i < 5; i++) t.ball(2 + t.random() * 12, 2 + t.random() * 12, 1.3, '#e6c445');
    },
    {},
  ],
  [
    'flowers-blue',
    (t) => {
      for (let i = 0; i < 5; i++) t.ball(2 + t.random() * 12, 2 + t.random() * 12, 1.3, '#6f7fd0');
    },
    {},
  ],
  [
    'tall-grass',
    (t) => {
      t.blades('#4f7f37', 14, 6);
      t.blades('#7fb055', 8, 4);
    },
    {},
  ],
  [
    'mushrooms',
    (t) => {
      t.box(5, 8, 2, 4, '#e4dcc8');
      t.ball(6, 7, 2.8, '#b3402f');
      t.box(10, 11, 1, 3, '#e4dcc8');
      t.ball(10.5, 10.5, 2, '#b3402f');
    },
    {},
  ],
  [
    'pebbles',
    (t) => {
      t.ball(5, 11, 1.8, stone);
      t.ball(10, 6, 1.5, stone);
      t.ball(11.5, 12, 1.2, stone);
    },
    {},
  ],
  [
    'reeds',
    (t) => {
      t.blades('#6c8a3a', 9, 9);
      t.blades('#8a6a35', 4, 11);
    },
    {},
  ],
  [
    'wheat',
    (t) => {
      t.blades('#c9a544', 26, 8);
      t.blades('#e3c566', 12, 10);
    },
    {},
  ],
  [
    'cabbages',
    (t) => {
      t.ball(4, 4, 2.6, '#7fb05a');
      t.ball(12, 4, 2.6, '#74a552');
      t.ball(4, 12, 2.6, '#74a552');
      t.ball(12, 12, 2.6, '#7fb05a');
    },
    {},
  ],
  [
    'rug',
    (t) => {
      t.box(1, 1, 14, 14, '#8e3b3b');
      t.box(3, 3, 10, 10, '#b5654b');
      t.box(6, 6, 4, 4, '#8e3b3b');
    },
    {},
  ],
  [
    'bones',
    (t) => {
      t.box(4, 8, 8, 1, '#d8d2c0');
      t.ball(4, 8, 1.4, '#d8d2c0');
      t.ball(12, 8, 1.4, '#d8d2c0');
      t.box(7, 11, 5, 1, '#c4bda9');
    },
    {},
  ],
  [
    'threshold',
    (t) => {
      t.box(0, 6, 16, 4, '#6f4e2b');
      t.box(0, 6, 16, 1, '#9a7342');
    },
    {},
  ],
  [
    'portal',
    (t) => {
      t.ball(8, 8, 7.5, '#2a2340', 0.04);
      t.ball(8, 8, 5.2, '#5b4a9c', 0.1);
      t.ball(8, 8, 2.6, '#b7a6f2', 0.1);
    },
    {},
  ],
  [
    'glow-moss',
    (t) => {
      for (let i = 0; i < 9; i++) t.ball(2 + t.random() * 12, 2 + t.random() * 12, 1.2, '#58c7a0');
    },
    {},
  ],
  // What stands in the way.
  [
    'oak',
    (t) => {
      t.box(7, 12, 3, 4, '#5d4226');
      leaves(t, '#4f8a3a', '#35632a');
    },
    wall,
  ],
  [
    'pine',
    (t) => {
      t.box(7, 13, 2, 3, '#54391f');
      for (let i = 0; i < 4; i++) {
        const half = 2 + i * 1.7;
        t.box(Math.round(8 - half), 1 + i * 3, Math.round(half * 2), 4, '#2f5d3a', 0.85 + i * 0.08);
      }
    },
    wall,
  ],
  [
    'birch',
    (t) => {
      t.box(7, 9, 2, 7, '#dcd8cc');
      t.dot(7, 11, '#3c3a36');
      t.dot(8, 13, '#3c3a36');
      leaves(t, '#7fae4b', '#5c8a3a');
      t.box(7, 12, 2, 4, '#dcd8cc');
    },
    wall,
  ],
  [
    'dead-tree',
    (t) => {
      t.box(7, 4, 2, 12, '#6a5844');
      t.box(4, 6, 3, 1, '#6a5844');
      t.box(9, 8, 4, 1, '#6a5844');
      t.box(3, 4, 1, 3, '#6a5844');
      t.box(12, 5, 1, 3, '#6a5844');
    },
    solid,
  ],
  [
    'bush',
    (t) => {
      t.ball(5, 10, 4, '#4c7f3a');
      t.ball(11, 10, 4, '#447436');
      t.ball(8, 8, 4.2, '#578d43');
    },
    solid,
  ],
  [
    'stump',
    (t) => {
      t.ball(8, 9, 5, '#6e4e2a');
      t.ball(8, 8, 3.6, '#b38a55');
      t.ball(8, 8, 1.6, '#94703f');
    },
    solid,
  ],
  [
    'rock',
    (t) => {
      t.ball(7, 9, 5.5, '#85878a');
      t.ball(11, 11, 3.4, '#787a7d');
    },
    solid,
  ],
  [
    'cliff',
    (t) => {
      t.courses('#7c736a', 5, 7, 0.1);
      t.box(0, 0, 16, 2, '#a39a8c');
    },
    wall,
  ],
  [
    'cliff-top',
    (t) => {
      t.grain('#8d857a', 0.08);
      t.speckle('#6f685f', 18);
    },
    wall,
  ],
  [
    'timber-wall',
    (t) => {
      t.courses('#7b5430', 4, 16, 0.06);
      t.box(0, 0, 2, 16, '#5a3b20');
      t.box(14, 0, 2, 16, '#5a3b20');
    },
    wall,
  ],
  [
    'stone-wall',
    (t) => {
      t.courses('#9b958b', 5, 8, 0.06);
    },
    wall,
  ],
  [
    'window',
    (t) => {
      t.courses('#7b5430', 4, 16, 0.06);
      t.box(3, 3, 10, 9, '#4c3319');
      t.box(4, 4, 8, 7, '#a9cfe0');
      t.box(7, 4, 1, 7, '#4c3319');
    },
    solid,
  ],
  [
    'fence',
    (t) => {
      t.box(0, 5, 16, 2, wood);
      t.box(0, 10, 16, 2, wood);
      t.box(2, 3, 2, 11, wood, 0.8);
      t.box(12, 3, 2, 11, wood, 0.8);
    },
    solid,
  ],
  [
    'fence-upright',
    (t) => {
      t.box(7, 0, 2, 16, wood);
      t.box(6, 2, 4, 3, wood, 0.8);
      t.box(6, 11, 4, 3, wood, 0.8);
    },
    solid,
  ],
  [
    'hedge',
    (t) => {
      t.grain('#3f6b31', 0.12);
      t.speckle('#5b8f45', 22);
    },
    wall,
  ],
  [
    'well',
    (t) => {
      t.ball(8, 8, 7.4, stone);
      t.ball(8, 8, 4.8, '#2d4a5a');
      t.box(1, 2, 2, 10, wood);
      t.box(13, 2, 2, 10, wood);
      t.box(1, 1, 14, 2, wood, 0.8);
    },
    solid,
  ],
  [
    'barrel',
    (t) => {
      t.ball(8, 8, 6, '#8b5f33');
      t.ball(8, 8, 4, '#a9793f');
      t.box(3, 8, 10, 1, '#55555a');
    },
    solid,
  ],
  [
    'crate',
    (t) => {
      t.courses('#a57c48', 4, 16, 0.05);
      t.box(1, 1, 14, 1, '#6d4e29');
      t.box(1, 14, 14, 1, '#6d4e29');
      t.box(1, 1, 1, 14, '#6d4e29');
      t.box(14, 1, 1, 14, '#6d4e29');
    },
    solid,
  ],
  [
    'campfire',
    (t) => {
      t.ball(8, 9, 5.5, '#57534f');
      t.ball(8, 9, 3.6, '#d9722b');
      t.ball(8, 8, 2, '#f5d067');
    },
    solid,
  ],
  [
    'palisade',
    (t) => {
      for (let x = 0; x < 16; x += 4) {
        t.grain('#7a5a35', 0.08, [x, 2, 4, 14]);
        t.box(x, 2, 1, 14, '#4f381e');
        t.box(x + 1, 0, 2, 2, '#8d6a40');
      }
    },
    wall,
  ],
  [
    'tent',
    (t) => {
      t.grain('#a08a62', 0.05);
      for (let i = 0; i < 8; i++) {
        t.box(7 - i, 2 * i, 2 + 2 * i, 2, '#b9a06f', 0.9 + (i % 2) * 0.1);
      }
      t.box(7, 0, 2, 16, '#7c6845');
    },
    wall,
  ],
  [
    'table',
    (t) => {
      t.box(1, 3, 14, 10, '#8d6233');
      t.box(2, 4, 12, 8, '#a9773f');
    },
    solid,
  ],
  [
    'bed',
    (t) => {
      t.box(2, 1, 12, 14, '#6d4a28');
      t.box(3, 2, 10, 4, '#e6e0d2');
      t.box(3, 6, 10, 8, '#5f7aa0');
    },
    solid,
  ],
  [
    'signpost',
    (t) => {
      t.box(7, 6, 2, 10, '#6a4a28');
      t.box(2, 2, 12, 5, '#a67c46');
      t.box(4, 4, 8, 1, '#5c4022');
    },
    solid,
  ],
  [
    'anvil',
    (t) => {
      t.box(3, 5, 11, 3, '#4a4d52');
      t.box(6, 8, 4, 3, '#3c3f44');
      t.box(4, 11, 8, 3, '#4a4d52');
    },
    solid,
  ],
  [
    'cave-wall',
    (t) => {
      t.grain(caveStone, 0.12);
      t.speckle('#38343c', 24);
      t.box(0, 13, 16, 3, '#38343c');
    },
    wall,
  ],
  [
    'cave-rock',
    (t) => {
      t.grain('#37333b', 0.08);
      t.speckle('#2c2930', 20);
    },
    wall,
  ],
  [
    'stalagmite',
    (t) => {
      for (let i = 0; i < 12; i++)
        t.box(
          Math.round(8 - i * 0.4),
          2 + i,
          Math.max(1, Math.round(i * 0.8)),
          1,
          '#8b8089',
          0.8 + (i % 3) * 0.1,
        );
    },
    solid,
  ],
  [
    'crystal',
    (t) => {
      for (let i = 0; i < 9; i++) {
        t.box(6 - Math.floor(i / 4), 3 + i, 3 + Math.floor(i / 3), 1, '#74c6dd', 0.8 + (i % 4) * 0.12);
      }
      t.box(10, 7, 2, 6, '#a6e3f2');
    },
    solid,
  ],
  [
    'ore',
    (t) => {
      t.grain(caveStone, 0.12);
      t.ball(5, 6, 2, '#a8653a');
      t.ball(11, 10, 2.4, '#b5713f');
      t.ball(9, 4, 1.3, '#c98a55');
    },
    wall,
  ],
  [
    'stair',
    (t) => {
      for (let y = 0; y < 16; y += 4) {
        t.box(0, y, 16, 3, '#9b9488', 0.75 + y / 40);
        t.box(0, y + 3, 16, 1, '#5d574e');
      }
    },
    ground('stone'),
  ],
];

export const tileNames = tiles.map(([name]) => name);

/** The number of a tile in maps, counted from 1. */
export function tile(name) {
  const index = tileNames.indexOf(name);
  if (index < 0) throw new Error(`no tile ${name}`);
  return index + 1;
}
