// What stands in the way in the cave: its rock, and what grows out of it.

import { solid, wall } from './kinds.mjs';

const caveStone = '#4b4650';

export const caveTiles = [
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
];
