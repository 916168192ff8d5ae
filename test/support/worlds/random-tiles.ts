// Maps for property tests, drawn as text (see tile-map): noise of any density, rooms with doors, mazes.

import fc from 'fast-check';
import { drawMaze } from '../../../bench/decisions/maze.js';

const side = fc.integer({ min: 3, max: 24 });

const noise = fc
  .record({ width: side, height: side, blocked: fc.integer({ min: 0, max: 60 }), seed: fc.nat() })
  .chain(({ width, height, blocked }) =>
    fc
      .array(fc.integer({ min: 0, max: 99 }), { minLength: width * height, maxLength: width * height })
      .map((draws) =>
        Array.from({ length: height }, (_, y) =>
          draws
            .slice(y * width, (y + 1) * width)
            .map((draw) => (draw < blocked ? '#' : '.'))
            .join(''),
        ),
      ),
  );

const mazes = fc
  .record({
    cellsAcross: fc.integer({ min: 2, max: 6 }),
    cellsDown: fc.integer({ min: 2, max: 6 }),
    corridor: fc.integer({ min: 1, max: 4 }),
    doors: fc.integer({ min: 0, max: 30 }),
    seed: fc.nat(),
  })
  .map(drawMaze);

export const anyTiles: fc.Arbitrary<string[]> = fc.oneof(noise, mazes);
