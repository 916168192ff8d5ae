// What two readings of a duration histogram say about the time between them. A duration is known to the width of its
// bucket, and its bucket's upper bound stands for it: nothing is ever told faster than it was.

import type { DurationCounts } from '#ports/system/metrics.js';

export interface Durations {
  readonly upperBoundsMs: ArrayLike<number>;
  /** Per bucket, since the earlier reading. */
  readonly counts: Float64Array;
  readonly total: number;
}

/** Adds up several histograms of the same buckets. `earlier` belongs to `later` by index; a missing one counts as empty. */
export function durationsBetween(
  earlier: readonly (DurationCounts | undefined)[],
  later: readonly DurationCounts[],
): Durations {
  const upperBoundsMs = later[0]?.upperBoundsMs ?? [];
  const counts = new Float64Array(upperBoundsMs.length);
  let total = 0;
  later.forEach((reading, index) => {
    const before = earlier[index]?.counts;
    if (reading.counts.length !== counts.length) throw new Error('histograms of different buckets');
    for (let bucket = 0; bucket < counts.length; bucket += 1) {
      const grown = (reading.counts[bucket]! - (before?.[bucket] ?? 0)) >>> 0;
      counts[bucket] = counts[bucket]! + grown;
      total += grown;
    }
  });
  return { upperBoundsMs, counts, total };
}

/** What `share` (0 to 1) of the durations did not exceed, in milliseconds; 1 gives the longest. 0 when there were none. */
export function quantileMs({ upperBoundsMs, counts, total }: Durations, share: number): number {
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (let bucket = 0; bucket < counts.length; bucket += 1) {
    seen += counts[bucket]!;
    if (seen >= rank) return upperBoundsMs[bucket]!;
  }
  return 0;
}

/** By the middles of the buckets: as exact as those are narrow. 0 when there were none. */
export function meanMs({ upperBoundsMs, counts, total }: Durations): number {
  let sum = 0;
  for (let bucket = 0; bucket < counts.length; bucket += 1) {
    const lower = bucket === 0 ? 0 : upperBoundsMs[bucket - 1]!;
    sum += (counts[bucket]! * (lower + upperBoundsMs[bucket]!)) / 2;
  }
  return total === 0 ? 0 : sum / total;
}
