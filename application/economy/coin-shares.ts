// How unevenly coins are held: in buckets of purses of nearly one size, so that it takes the same memory for ten holders as for a
// million, and one purse can change while others are still being counted. Each octave has 32 buckets of one width, at most 3.1 %
// of what they hold, and the purses of one are taken for alike: shares and Gini are right to about 0.01.

const perOctave = 32;
/** Below it each number of coins has a bucket of its own. */
const exactBelow = 2 * perOctave;
const buckets = exactBelow + perOctave * (53 - 6);

export interface CoinShares {
  /** Who holds any. */
  readonly holders: number;
  readonly coins: number;
  /** Of all coins, what the richest 1 % and 10 % of the holders have, each at least one holder: 0 to 1. */
  readonly top1: number;
  readonly top10: number;
  /** 0 where all have the same, near 1 where one has all. */
  readonly gini: number;
}

export class CoinBuckets {
  readonly #holders = new Float64Array(buckets);
  readonly #coins = new Float64Array(buckets);

  /** `sign`: 1 for a purse that is there, -1 for one that is no more. Of none nothing is counted. */
  count(coins: number, sign: 1 | -1): void {
    if (coins <= 0) return;
    const bucket = bucketOf(coins);
    this.#holders[bucket]! += sign;
    this.#coins[bucket]! += sign * coins;
  }

  clear(): void {
    this.#holders.fill(0);
    this.#coins.fill(0);
  }

  /** Gini coefficient as the mean of ranks: (2 Σ rank × coins) / (n Σ coins) − (n + 1) / n, ranks from the poorest. */
  shares(): CoinShares {
    let [holders, coins, ranked] = [0, 0, 0];
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = this.#holders[bucket]!;
      if (count <= 0) continue;
      // Ranks of a bucket are holders + 1 to holders + count.
      ranked += this.#coins[bucket]! * (holders + (count + 1) / 2);
      holders += count;
      coins += this.#coins[bucket]!;
    }
    if (coins === 0) return { holders: 0, coins: 0, top1: 0, top10: 0, gini: 0 };
    const gini = Math.max(0, (2 * ranked) / (holders * coins) - (holders + 1) / holders);
    return {
      ...{ holders, coins, gini },
      top1: this.#heldBy(Math.max(1, Math.round(holders / 100))) / coins,
      top10: this.#heldBy(Math.max(1, Math.round(holders / 10))) / coins,
    };
  }

  #heldBy(richest: number): number {
    let [left, held] = [richest, 0];
    for (let bucket = buckets - 1; bucket >= 0 && left > 0; bucket--) {
      const count = this.#holders[bucket]!;
      if (count <= 0) continue;
      const taken = Math.min(left, count);
      held += (this.#coins[bucket]! * taken) / count;
      left -= taken;
    }
    return held;
  }
}

function bucketOf(coins: number): number {
  let [rest, octave] = [coins, 0];
  for (; rest >= exactBelow; rest /= 2) octave += 1;
  if (octave === 0) return coins;
  // From perOctave to exactBelow - 1.
  return exactBelow + (octave - 1) * perOctave + Math.floor(rest) - perOctave;
}
