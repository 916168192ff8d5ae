// The memory that the cipher's code works in, seen from JavaScript: key, nonce and packets go in, packets come out.
// It has one size for ever, so it never moves. One thread's own.

import { requireAeadKey } from '#ports/network/aead-key.js';
import { type AeadFunctions, aeadModule } from './aead-module.js';
import { constants } from './chacha20.js';
import { freeAt, keyAt, nonceAt, stateAt } from './layout.js';
import { link } from './linked-module.js';

/** What the cipher's code may read behind a packet that ends where the memory ends. */
const slackBytes = 64;
const alignmentBytes = 64;

export class CipherMemory {
  /** The cipher's code, bound to this memory. */
  readonly functions: AeadFunctions;
  /** All of the memory. */
  readonly bytes: Uint8Array;
  private readonly words: Int32Array;
  private free = roundUp(freeAt);
  private readonly end: number;

  /** Throws as `link`. `allocatableBytes` is how much `allocate` can give out, rounded up to whole pages. */
  constructor(allocatableBytes: number) {
    const { functions, bytes } = link<AeadFunctions>(aeadModule(), this.free + allocatableBytes + slackBytes);
    this.functions = functions;
    this.bytes = bytes;
    this.words = new Int32Array(bytes.buffer);
    this.words.set(constants, stateAt / 4);
    this.end = this.bytes.length - slackBytes;
  }

  /** Memory in which packets are sealed and opened without being copied; undefined when too little is left. Never freed. */
  allocate(bytes: number): Uint8Array | undefined {
    const at = this.free;
    if (!(bytes >= 0 && at + bytes <= this.end)) return undefined;
    this.free = roundUp(at + bytes);
    return this.bytes.subarray(at, at + bytes);
  }

  /** Eight words of key from `keys[at]` on, and the nonce as Noise makes it: four zero bytes and a 64-bit number. */
  setKeyAndNonce(keys: Int32Array, at: number, nonce: number): void {
    requireAeadKey(keys, at);
    const { words } = this;
    const low = nonce >>> 0;
    words[keyAt / 4] = keys[at]!;
    words[keyAt / 4 + 1] = keys[at + 1]!;
    words[keyAt / 4 + 2] = keys[at + 2]!;
    words[keyAt / 4 + 3] = keys[at + 3]!;
    words[keyAt / 4 + 4] = keys[at + 4]!;
    words[keyAt / 4 + 5] = keys[at + 5]!;
    words[keyAt / 4 + 6] = keys[at + 6]!;
    words[keyAt / 4 + 7] = keys[at + 7]!;
    words[nonceAt / 4 + 1] = low;
    words[nonceAt / 4 + 2] = (nonce - low) * 2 ** -32;
  }

  /** Copies `length` bytes of `from` to address `to`, a multiple of 4. */
  load(from: DataView, at: number, length: number, to: number): void {
    const { words } = this;
    // Whole words: up to three bytes more than asked, where there are any.
    const whole = at + length + 3 <= from.byteLength ? length + 3 : length;
    const end = at + whole - 3;
    let word = to >> 2;
    let i = at;
    for (; i < end; i += 4) words[word++] = from.getInt32(i, true);
    if (i >= at + length) return;
    let last = 0;
    for (let shift = 0; i < at + length; i++, shift += 8) last |= from.getUint8(i) << shift;
    words[word] = last;
  }

  /** Copies `length` bytes from address `from`, a multiple of 4, to `to`. */
  store(from: number, length: number, to: DataView, at: number): void {
    const { words } = this;
    const end = at + length - 3;
    let word = from >> 2;
    let i = at;
    for (; i < end; i += 4) to.setInt32(i, words[word++]!, true);
    for (let last = words[word]!; i < at + length; i++, last >>= 8) to.setUint8(i, last);
  }
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / alignmentBytes) * alignmentBytes;
}
