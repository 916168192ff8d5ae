// A ledger of used connect tokens that all gateways of a process share, so that a token is no use a second time at
// another one. Buckets of 16 entries chosen by the token id's random bytes; an expired entry gives its place to a new
// one. One lock guards all: it is held for a microsecond, a few thousand times a second at most. With a file each claim
// is written there before it counts, so that a token stays used when the process is killed (see token-ledger-file.ts).

import { writeSync } from 'node:fs';
import { TokenClaim, type TokenLedger } from '#ports/storage/token-ledger.js';

export interface TokenLedgerHandle {
  readonly memory: SharedArrayBuffer;
  readonly bucketsCount: number;
  /** An open file of the same layout. All threads of a process may write to it; absent: memory alone. */
  readonly file?: number;
}

const entriesPerBucket = 16;
/** Words of an entry: the id (4), then the unix second at which it expires; 0 was never used. */
const entryWords = 5;
const idWords = 4;
const lockWord = 0;
const headerWords = 16;
/** In the header of a ledger that is kept in a file: what it is, and the data folder it belongs to. */
const magicWord = 1;
const magic = 0x746f7331;
const folderWord = 2;
/** Also there: how many buckets the file has; 0 in those of older versions. */
const bucketsWord = 6;
/** Nobody holds the lock this long unless its thread died with it; then no token is taken any more, which is safe. */
const spinsMax = 50_000_000;

/** Room for `tokensMax` tokens; made a power of two of buckets. 20 bytes each. */
export function createTokenLedger(tokensMax: number): TokenLedgerHandle {
  const bucketsCount = 2 ** Math.ceil(Math.log2(Math.max(1, tokensMax / entriesPerBucket)));
  const words = headerWords + bucketsCount * entriesPerBucket * entryWords;
  return { memory: new SharedArrayBuffer(words * 4), bucketsCount };
}

/** Before anybody claims: the memory becomes that folder's. `folderId` is a UUID. */
export function markLedger({ memory, bucketsCount }: TokenLedgerHandle, folderId: string): void {
  const bytes = new Uint8Array(memory);
  new DataView(memory).setUint32(magicWord * 4, magic, true);
  new DataView(memory).setUint32(bucketsWord * 4, bucketsCount, true);
  bytes.set(Buffer.from(folderId.replaceAll('-', ''), 'hex').subarray(0, 16), folderWord * 4);
}

/** Of a ledger's bytes; undefined where they bear none. */
export function ledgerFolderId(bytes: Uint8Array): string | undefined {
  if (bytes.length < headerWords * 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(magicWord * 4, true) !== magic) return undefined;
  const hex = Buffer.from(bytes.subarray(folderWord * 4, folderWord * 4 + 16)).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** In words why a ledger's bytes are not all of it; undefined when nothing says so. */
export function ledgerDamage(bytes: Uint8Array): string | undefined {
  const has = `it has ${bytes.length} bytes`;
  if (bytes.length < headerWords * 4) return has;
  const buckets = (bytes.length / 4 - headerWords) / (entriesPerBucket * entryWords);
  const made = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bucketsWord * 4, true);
  const isMarked = ledgerFolderId(bytes) !== undefined;
  if (isMarked && made > 0 && made !== buckets)
    return `${has}, not ${(headerWords + made * entriesPerBucket * entryWords) * 4}`;
  return buckets >= 1 && Number.isInteger(Math.log2(buckets)) ? undefined : has;
}

export class SharedTokenLedger implements TokenLedger {
  private readonly words: Int32Array;
  private readonly bucketMask: number;
  private readonly id = new Int32Array(idWords);
  private readonly file: number | undefined;
  private readonly entry = new Int32Array(entryWords);

  constructor(handle: TokenLedgerHandle) {
    this.words = new Int32Array(handle.memory);
    this.bucketMask = handle.bucketsCount - 1;
    this.file = handle.file;
  }

  claim(tokenId: Uint8Array, expiresUnixS: number, nowUnixS: number): TokenClaim {
    for (let word = 0; word < idWords; word++) this.id[word] = wordOf(tokenId, word * 4);
    if (!this.lock()) return TokenClaim.full;
    try {
      return this.claimLocked(expiresUnixS >>> 0, nowUnixS >>> 0);
    } finally {
      Atomics.store(this.words, lockWord, 0);
    }
  }

  private claimLocked(expiresUnixS: number, nowUnixS: number): TokenClaim {
    const { words, id } = this;
    // The last bytes of every token id are random.
    const bucket = (id[idWords - 1]! >>> 0) & this.bucketMask;
    const bucketAt = headerWords + bucket * entriesPerBucket * entryWords;
    let freeAt = -1;
    for (let entry = 0; entry < entriesPerBucket; entry++) {
      const at = bucketAt + entry * entryWords;
      const isLive = words[at + idWords]! >>> 0 >= nowUnixS;
      if (!isLive) freeAt = at;
      else if (this.holds(at)) return TokenClaim.used;
    }
    if (freeAt < 0) return TokenClaim.full;
    if (!this.write(freeAt, expiresUnixS)) return TokenClaim.full;
    for (let word = 0; word < idWords; word++) words[freeAt + word] = id[word]!;
    words[freeAt + idWords] = expiresUnixS;
    return TokenClaim.claimed;
  }

  /** To the system's memory, not to the disk: that outlives the process. False: it cannot be remembered. */
  private write(at: number, expiresUnixS: number): boolean {
    if (this.file === undefined) return true;
    this.entry.set(this.id);
    this.entry[idWords] = expiresUnixS;
    try {
      return writeSync(this.file, this.entry, 0, entryWords * 4, at * 4) === entryWords * 4;
    } catch {
      return false;
    }
  }

  private holds(at: number): boolean {
    for (let word = 0; word < idWords; word++) if (this.words[at + word] !== this.id[word]) return false;
    return true;
  }

  private lock(): boolean {
    for (let spin = 0; spin < spinsMax; spin++) {
      if (Atomics.compareExchange(this.words, lockWord, 0, 1) === 0) return true;
    }
    return false;
  }
}

/** The live entries of a ledger's bytes, whatever its size. */
export function* liveTokens(
  bytes: Uint8Array,
  nowUnixS: number,
): Generator<{ readonly tokenId: Uint8Array; readonly expiresUnixS: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = headerWords * 4; at + entryWords * 4 <= bytes.length; at += entryWords * 4) {
    const expiresUnixS = view.getUint32(at + idWords * 4, true);
    if (expiresUnixS >= nowUnixS) yield { tokenId: bytes.subarray(at, at + idWords * 4), expiresUnixS };
  }
}

function wordOf(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}
