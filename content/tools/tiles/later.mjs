// Tiles that came when the others had their numbers, of every kind: new ones go to the end of this list.

import { ground } from './kinds.mjs';

export const laterTiles = [
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
