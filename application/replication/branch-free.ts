// A comparison for lists of which about half the elements pass: a branch there is guessed wrong every other time, which
// costs the processor more than the work of the loop; see bench/RESULTS.md.

/** 1 if a < b, else 0. Whole numbers that differ by less than 2^31: ticks reach that after 414 days. */
export function below(a: number, b: number): number {
  return (a - b) >>> 31;
}
