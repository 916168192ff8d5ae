// A fingerprint of words: two lanes of the 32-bit mixing of MurmurHash3 (Austin Appleby, public domain). Equal words have
// equal hashes; others differ but for chance (2^-64).

/** Feed it words, then ask once. */
export class Hash {
  #low = 0x9747b28c;
  #high = 0x3c6ef372;

  word(value: number): void {
    this.#low = mix(this.#low, value, 0xcc9e2d51, 0x1b873593);
    this.#high = mix(this.#high, value, 0x85ebca6b, 0xc2b2ae35);
  }

  /** Doubles by their bits. */
  double(value: number): void {
    double[0] = value;
    this.word(doubleBits[0]!);
    this.word(doubleBits[1]!);
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    const low = finish(this.#low);
    const high = finish(this.#high ^ low);
    return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  }
}

const doubleBits = new Uint32Array(2);
const double = new Float64Array(doubleBits.buffer);

function mix(hash: number, value: number, first: number, second: number): number {
  let k = Math.imul(value, first);
  k = (k << 15) | (k >>> 17);
  const h = hash ^ Math.imul(k, second);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
