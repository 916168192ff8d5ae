// Whose gains of an hour stand out from those of all who gained anything. The measure is the modified z-score of Iglewicz and
// Hoaglin (How to Detect and Handle Outliers, 1993): 0.6745 × (gain − median) / MAD, which a few huge gains do not blunt as they
// would a mean. Their bound is 3.5; ours is 6, because gains in a game are skewed, and a list that is never empty is not read.

import { gainKinds, type GainKind } from './gains.js';

export const outlierScore = 6;
/** Fewer who gained say nothing of what is usual. */
export const gainersLeast = 8;
/** Gains that are worth nobody's look, whatever others gained. */
export const gainFloors: Readonly<Record<GainKind, number>> = {
  coins: 1_000,
  units: 100,
  experience: 10_000,
};
export const outliersMost = 20;

export interface Outlier {
  readonly character: number;
  readonly gained: number;
  readonly score: number;
}

/** Of one kind of gains. */
export interface Outliers {
  readonly kind: GainKind;
  /** How many gained anything; outliers are looked for among `gainersLeast` and more. */
  readonly gainers: number;
  readonly median: number;
  /** Median of the distances from the median. */
  readonly mad: number;
  /** The highest first, at most `outliersMost`. */
  readonly list: readonly Outlier[];
  /** How many there are. */
  readonly count: number;
}

export function outliersAmong(sums: ReadonlyMap<number, Float64Array>): Outliers[] {
  return gainKinds.map((kind, at) => {
    const gains = [...sums].flatMap(([character, gained]) =>
      gained[at]! > 0 ? [{ character, gained: gained[at]! }] : [],
    );
    const median = medianOf(gains.map(({ gained }) => gained));
    const mad = medianOf(gains.map(({ gained }) => Math.abs(gained - median)));
    // Where most gained the same the MAD is 0: a tenth of the median then, so that who gained little more does not stand out.
    const spread = Math.max(mad, median / 10, 1);
    const found = gains
      .map((each) => ({ ...each, score: (0.6745 * (each.gained - median)) / spread }))
      .filter(({ gained, score }) => score > outlierScore && gained >= gainFloors[kind]);
    const outliers = gains.length < gainersLeast ? [] : found;
    outliers.sort((a, b) => b.score - a.score || a.character - b.character);
    const list = outliers.slice(0, outliersMost);
    return { kind, gainers: gains.length, median, mad, list, count: outliers.length };
  });
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
