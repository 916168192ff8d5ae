// Memory for messages that wait: to be sent, acknowledged, ordered or put together. Chains of 128-byte blocks from one
// array per endpoint, so that many small and few large messages share it. Never grows: at its end `store` refuses.

const blockBytes = 128;
export const noBlock = -1;

export class BlockPool {
  private readonly memory: Uint8Array;
  private readonly next: Int32Array;
  private firstFree = noBlock;
  /** Blocks at and above this were never used; untouched memory costs nothing. */
  private fresh = 0;
  private used = 0;

  constructor(readonly blocksMax: number) {
    this.memory = new Uint8Array(blocksMax * blockBytes);
    this.next = new Int32Array(blocksMax);
  }

  get blocksUsed(): number {
    return this.used;
  }

  /**
   * Whether an owner that holds `held` bytes may take `more`: together at most half of what is free. So many owners
   * that hold on to their share never starve the others (dynamic thresholds, Choudhury and Hahne 1998).
   */
  grants(held: number, more: number): boolean {
    return held === 0 || held + more <= ((this.blocksMax - this.used) * blockBytes) / 2;
  }

  /** Copies a message in and returns its first block, or `noBlock` when there is no room for all of it. */
  store(data: Uint8Array, at: number, length: number): number {
    const blocks = blocksFor(length);
    if (this.used + blocks > this.blocksMax) return noBlock;
    let first = noBlock;
    // From the last block to the first, so that each knows its follower when it is taken.
    for (let index = blocks - 1; index >= 0; index--) {
      const block = this.take();
      const from = index * blockBytes;
      const bytes = Math.min(blockBytes, length - from);
      const base = block * blockBytes;
      for (let offset = 0; offset < bytes; offset++) {
        this.memory[base + offset] = data[at + from + offset]!;
      }
      this.next[block] = first;
      first = block;
    }
    return first;
  }

  /** Copies the first `length` bytes of a chain out. */
  load(first: number, length: number, target: Uint8Array, at: number): void {
    let block = first;
    for (let from = 0; from < length; from += blockBytes) {
      const bytes = Math.min(blockBytes, length - from);
      const base = block * blockBytes;
      for (let offset = 0; offset < bytes; offset++) {
        target[at + from + offset] = this.memory[base + offset]!;
      }
      block = this.next[block]!;
    }
  }

  /** Appends chain `tail` to chain `head`, whose length must be a multiple of the block's. Returns the joined chain's first block. */
  join(head: number, tail: number): number {
    if (head === noBlock) return tail;
    let last = head;
    while (this.next[last]! !== noBlock) last = this.next[last]!;
    this.next[last] = tail;
    return head;
  }

  /** Gives a whole chain back. */
  free(first: number): void {
    let block = first;
    while (block !== noBlock) {
      const following = this.next[block]!;
      this.next[block] = this.firstFree;
      this.firstFree = block;
      this.used--;
      block = following;
    }
  }

  private take(): number {
    this.used++;
    const recycled = this.firstFree;
    if (recycled === noBlock) return this.fresh++;
    this.firstFree = this.next[recycled]!;
    return recycled;
  }
}

/** An empty message still takes a block: its chain is its handle. */
function blocksFor(length: number): number {
  return Math.max(1, Math.ceil(length / blockBytes));
}
