// Seeded randomness for the rules: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, period at least 2^32.
// The state is part of the world, so the same seed and calls give the same numbers, and a hash of the world covers it.
// Each use has a stream of its own, so that one system drawing more does not change what another draws.

const wordsPerStream = 4;
/** Rounds after seeding, so that near seeds diverge (as recommended by sfc32's author). */
const warmUpRounds = 15;

export class RandomStream {
  /** `state` holds the four words of this stream from `at`. */
  constructor(
    readonly state: Uint32Array,
    readonly at: number,
  ) {}

  /** Uniform in 0 … 2^32 - 1. */
  next(): number {
    return this.bits() >>> 0;
  }

  /** 32 random bits as a signed whole number: larger ones, returned by a call, would be objects on the heap. */
  private bits(): number {
    const { state, at } = this;
    const a = state[at]!;
    const b = state[at + 1]!;
    const c = state[at + 2]!;
    const counter = state[at + 3]!;
    const result = (a + b + counter) | 0;
    state[at] = b ^ (b >>> 9);
    state[at + 1] = c + (c << 3);
    state[at + 2] = ((c << 21) | (c >>> 11)) + result;
    state[at + 3] = counter + 1;
    return result;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return (this.bits() >>> 0) / 0x1_0000_0000;
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** Uniform whole number in low … high, both included; their distance is below 2^32. */
  wholeBetween(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** True in `share` (0 to 1) of all calls. */
  chance(share: number): boolean {
    return this.unit() < share;
  }
}

/** One stream for each name, all from one seed (a u32). A stream depends on its name and the seed only. */
export function createRandomStreams<const N extends string>(
  seed: number,
  names: readonly N[],
): { readonly state: Uint32Array; readonly streams: Readonly<Record<N, RandomStream>> } {
  const state = new Uint32Array(names.length * wordsPerStream);
  const streams = {} as Record<N, RandomStream>;
  names.forEach((name, index) => {
    const at = index * wordsPerStream;
    state[at] = seed;
    state[at + 1] = nameHash(name);
    state[at + 2] = 0x9e3779b9;
    state[at + 3] = 1;
    const stream = new RandomStream(state, at);
    for (let round = 0; round < warmUpRounds; round++) stream.next();
    streams[name] = stream;
  });
  return { state, streams };
}

/** FNV-1a, 32 bits. */
function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
