// What stands in the way outdoors: trees, bushes, rocks and cliffs.

import { solid, wall } from './kinds.mjs';

const leaves = (t, colour, shadow) => {
  t.ball(8, 9, 7.6, shadow, 0.06);
  t.ball(5.5, 6, 4.6, colour, 0.1);
  t.ball(10.5, 6.5, 4.4, colour, 0.1);
  t.ball(8, 10, 4.8, colour, 0.1);
};

export const wildTiles = [
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
];
