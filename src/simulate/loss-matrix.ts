// The loss matrix: links of given rate, loss, delay and reordering, both ways alike, over which a session must carry bulk
// and game-like traffic. Times are virtual.

import { type LinkConditions, perfectLink } from '#adapters/memory/network/link-conditions.js';

export interface MatrixLink {
  readonly name: string;
  readonly conditions: LinkConditions;
}

/** Bytes a second (0 unlimited), loss in percent, delay in ms, reordered share in percent, by how many ms. */
const rows: readonly (readonly [string, number, number, number, number, number])[] = [
  ['128 kB/s', 128_000, 10, 50, 2, 50],
  ['1 MB/s', 1_000_000, 5, 10, 1, 10],
  ['2 MB/s', 2_000_000, 0, 50, 30, 40],
  ['64 kB/s', 64_000, 20, 100, 4, 50],
  ['1 MB/s', 1_000_000, 20, 100, 4, 10],
  ['1 MB/s', 1_000_000, 2, 5, 2, 1],
];

const worst: MatrixLink = {
  name: 'any rate, 25 % lost, 25 % twice, 250 ± 100 ms',
  conditions: { ...perfectLink, lossRatio: 0.25, duplicateRatio: 0.25, delayMs: 150, jitterMs: 200 },
};

export const lossMatrix: readonly MatrixLink[] = [
  ...rows.map(([rate, bytesPerSecond, loss, delayMs, reorder, reorderMs]) => ({
    name: `${rate}, ${loss} % lost, ${delayMs} ms, ${reorder} % held back ${reorderMs} ms`,
    conditions: {
      ...perfectLink,
      ...{ bytesPerSecond, lossRatio: loss / 100, delayMs, reorderRatio: reorder / 100, reorderMs },
    },
  })),
  worst,
];
