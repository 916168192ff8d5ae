// Datagrams on their way along one bad link, in slots made once: each gets its fate when committed and comes out when due.

import { addressBytes, slotBytes } from '#ports/network/datagram-socket.js';
import { DeliveryHeap, noSlot } from './delivery-heap.js';
import type { LinkConditions } from './link-conditions.js';
import { LinkFate } from './link-fate.js';

export class HeldDatagrams {
  readonly memory: Uint8Array;
  readonly lengths: Uint16Array;
  readonly addresses: Uint8Array;
  /** Lost, too many for the link's rate, or without a free slot. */
  swallowed = 0;
  /** The slot being written, `noSlot` when none. */
  claimed = noSlot;
  readonly #heap: DeliveryHeap;
  readonly #fate: LinkFate;
  readonly #freeAtMs = new Float64Array(1);
  readonly #free: Int32Array;
  #freeCount: number;

  constructor(
    private readonly link: LinkConditions,
    seed: number,
    slots: number,
  ) {
    this.memory = new Uint8Array(slots * slotBytes);
    this.lengths = new Uint16Array(slots);
    this.addresses = new Uint8Array(slots * addressBytes);
    this.#heap = new DeliveryHeap(slots);
    this.#fate = new LinkFate(seed);
    this.#free = Int32Array.from({ length: slots }, (_, slot) => slot);
    this.#freeCount = slots;
  }

  /** One number, to be set before `commit` and `takeDue`. */
  get nowMs(): Float64Array {
    return this.#heap.nowMs;
  }

  /** A slot to write into, or `noSlot`; claiming again gives the same one. */
  claim(): number {
    if (this.claimed === noSlot) this.claimed = this.#take();
    return this.claimed;
  }

  /** The claimed slot's datagram departs. */
  commit(slot: number, length: number, address: Uint8Array, addressAt: number): void {
    this.claimed = noSlot;
    this.lengths[slot] = length;
    const base = slot * addressBytes;
    for (let i = 0; i < addressBytes; i++) this.addresses[base + i] = address[addressAt + i]!;
    const fate = this.#fate;
    if (!fate.passes(this.link, length, this.nowMs, this.#freeAtMs) || fate.happens(this.link.lossRatio)) {
      this.swallowed++;
      this.give(slot);
      return;
    }
    if (fate.happens(this.link.duplicateRatio)) this.#departCopy(slot);
    fate.depart(this.#heap, slot, this.link, this.#freeAtMs);
  }

  /** A slot whose datagram has travelled the link, to be given back, or `noSlot`. */
  takeDue(): number {
    return this.#heap.popDue();
  }

  give(slot: number): void {
    this.#free[this.#freeCount++] = slot;
  }

  #take(): number {
    if (this.#freeCount > 0) return this.#free[--this.#freeCount]!;
    this.swallowed++;
    return noSlot;
  }

  #departCopy(slot: number): void {
    const copy = this.#take();
    if (copy === noSlot) return;
    const from = slot * slotBytes;
    this.memory.copyWithin(copy * slotBytes, from, from + this.lengths[slot]!);
    this.lengths[copy] = this.lengths[slot]!;
    const address = slot * addressBytes;
    this.addresses.copyWithin(copy * addressBytes, address, address + addressBytes);
    this.#fate.depart(this.#heap, copy, this.link, this.#freeAtMs);
  }
}
