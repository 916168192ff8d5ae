// What people put up and what they live with: walls, fences, furniture, tools.

import { solid, stone, wall, wood } from './kinds.mjs';

export const builtTiles = [
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
];
