// Divides whole units (coins, experience) among those who did the damage. The parts always add up to the total.

/**
 * Writes into `shares` how many of `total` units each of the first `count` weights gets. Every part is rounded down and
 * what remains goes to the largest weight (the first of equals), so that no unit is created or lost.
 * Returns the index of the largest weight, or -1 when no weight is positive (then all shares are 0).
 */
export function shareByWeight(
  total: number,
  weights: Float64Array,
  count: number,
  shares: Float64Array,
): number {
  let sum = 0;
  let largest = -1;
  for (let i = 0; i < count; i++) {
    shares[i] = 0;
    const weight = weights[i]!;
    if (!(weight > 0)) continue;
    sum += weight;
    if (largest < 0 || weight > weights[largest]!) largest = i;
  }
  if (largest < 0) return -1;
  let given = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights[i]!;
    if (!(weight > 0)) continue;
    const share = Math.floor((total * weight) / sum);
    shares[i] = share;
    given += share;
  }
  shares[largest] = shares[largest]! + (total - given);
  return largest;
}
