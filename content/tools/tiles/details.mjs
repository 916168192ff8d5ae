// What grows and lies about: one can walk over it, and it means nothing to the rules.

import { stone } from './kinds.mjs';

export const detailTiles = [
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
];
