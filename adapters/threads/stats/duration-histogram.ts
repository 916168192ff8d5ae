// Durations counted in fixed log-linear buckets (as HdrHistogram does it: exact below 64 µs, then 32 buckets to each
// power of two, so a value is known to 3.2 %). Counts only grow and wrap at 2^32; a reader takes differences.

const linearUs = 64;
const perOctave = 32;
const octaveFirst = 6;
/** The last octave ends at 2^27 µs (134 s); anything longer is counted in its last bucket. */
const octaveLast = 26;
const longestUs = 2 ** (octaveLast + 1) - 1;

export const durationBuckets = linearUs + (octaveLast - octaveFirst + 1) * perOctave;

/** Bucket of a duration in microseconds; negative and NaN count as 0. */
export function durationBucket(us: number): number {
  if (!(us >= 1)) return 0;
  const whole = us >= longestUs ? longestUs : us | 0;
  if (whole < linearUs) return whole;
  const octave = 31 - Math.clz32(whole);
  return linearUs + (octave - octaveFirst) * perOctave + ((whole >> (octave - 5)) & (perOctave - 1));
}

/** The largest whole microsecond that falls into the bucket. */
export function durationBucketTopUs(bucket: number): number {
  if (bucket < linearUs) return bucket;
  const above = bucket - linearUs;
  const octave = octaveFirst + Math.floor(above / perOctave);
  return (perOctave + (above % perOctave) + 1) * 2 ** (octave - 5) - 1;
}

/** What was counted between two looks at live counts. */
export class DurationWindow {
  readonly #before = new Uint32Array(durationBuckets);
  readonly #window = new Uint32Array(durationBuckets);
  #count = 0;

  /** Starts now: what `live` holds already is not part of the first window. */
  constructor(readonly live: Uint32Array) {
    this.#before.set(live);
  }

  /** How many durations the window holds. */
  get count(): number {
    return this.#count;
  }

  /** The window becomes what was counted since the last call. */
  advance(): void {
    this.#count = 0;
    for (let i = 0; i < durationBuckets; i++) {
      const now = this.live[i]!;
      this.#window[i] = now - this.#before[i]!;
      this.#before[i] = now;
      this.#count += this.#window[i]!;
    }
  }

  /** The duration that `share` (0 to 1) of the window does not exceed, in µs; 1 gives the longest. 0 when empty. */
  quantileUs(share: number): number {
    if (this.#count === 0) return 0;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    for (let i = 0; i < durationBuckets; i++) {
      seen += this.#window[i]!;
      if (seen >= rank) return durationBucketTopUs(i);
    }
    throw new RangeError(`share ${share} is not between 0 and 1`);
  }
}
