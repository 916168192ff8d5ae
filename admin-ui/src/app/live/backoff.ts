// How long to wait before the next try to reach the live stream.

const firstMs = 500;
const mostMs = 15_000;

/**
 * Doubles from half a second to 15 s, less up to a quarter of it by chance, so that many consoles do not come back at
 * one moment. `failures` counts tries in a row that failed, from 1; `chance` is in [0, 1).
 */
export function waitMs(failures: number, chance: number): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 10));
  return Math.round(full * (1 - chance / 4));
}
