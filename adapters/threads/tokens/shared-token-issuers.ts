// The keys whose connect tokens a server accepts, written by its control thread and read by its gateways, at any time.
// Readers see the list before or after a change, never a mixture: the version is odd while it is being written.

export const issuerKeysMax = 32;
const keyBytes = 32;
const versionWord = 0;
const countWord = 1;
const headerBytes = 8;

export function createTokenIssuers(): SharedArrayBuffer {
  return new SharedArrayBuffer(headerBytes + issuerKeysMax * keyBytes);
}

export class SharedTokenIssuers {
  private readonly header: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(memory: SharedArrayBuffer) {
    this.header = new Int32Array(memory, 0, 2);
    this.bytes = new Uint8Array(memory, headerBytes);
  }

  /** Another number after every change. */
  get version(): number {
    return Atomics.load(this.header, versionWord);
  }

  /** Of one thread only. Throws when there are more than `issuerKeysMax`. */
  replace(keys: readonly Uint8Array[]): void {
    if (keys.length > issuerKeysMax) throw new RangeError(`${keys.length} keys, at most ${issuerKeysMax}`);
    Atomics.add(this.header, versionWord, 1);
    this.bytes.fill(0);
    keys.forEach((key, index) => this.bytes.set(key.subarray(0, keyBytes), index * keyBytes));
    Atomics.store(this.header, countWord, keys.length);
    Atomics.add(this.header, versionWord, 1);
  }

  /** The list of this moment, or undefined while it is being changed: the one read before stands until then. */
  read(): Uint8Array[] | undefined {
    const version = this.version;
    if (version % 2 !== 0) return undefined;
    const copy = this.bytes.slice();
    const count = Atomics.load(this.header, countWord);
    if (this.version !== version) return undefined;
    return Array.from({ length: count }, (_, index) => copy.slice(index * keyBytes, (index + 1) * keyBytes));
  }
}
