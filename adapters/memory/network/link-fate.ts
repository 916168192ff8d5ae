// What happens to each datagram on a link: a seeded generator decides on loss, repetition and delay, and a queue with a
// limit stands before a link of limited rate. The same seed and the same questions give the same fates.

import type { DeliveryHeap } from './delivery-heap.js';
import type { LinkConditions } from './link-conditions.js';

export class LinkFate {
  #random: number;

  constructor(seed: number) {
    this.#random = seed | 0;
  }

  happens(ratio: number): boolean {
    return ratio > 0 && this.#bits() < ratio * 2 ** 31;
  }

  /**
   * Waits for the link to be free, in `freeAtMs` (one number), and takes it for as long as `bytes` need.
   * False when the queue before it is full: the datagram is dropped.
   */
  passes(link: LinkConditions, bytes: number, nowMs: Float64Array, freeAtMs: Float64Array): boolean {
    if (freeAtMs[0]! < nowMs[0]!) freeAtMs[0] = nowMs[0]!;
    if (link.bytesPerSecond <= 0) return true;
    if (freeAtMs[0]! - nowMs[0]! > link.queueMs) return false;
    freeAtMs[0]! += (bytes * 1000) / link.bytesPerSecond;
    return true;
  }

  /** Puts the slot into the heap, due when it has travelled the link since `fromMs` (one number). */
  depart(heap: DeliveryHeap, slot: number, link: LinkConditions, fromMs: Float64Array): void {
    let dueMs = fromMs[0]! + link.delayMs;
    if (link.jitterMs > 0) dueMs += (this.#bits() / 2 ** 31) * link.jitterMs;
    if (this.happens(link.reorderRatio)) dueMs += link.reorderMs;
    heap.dueMs[slot] = dueMs;
    heap.push(slot);
  }

  /** 31 random bits: mulberry32. Small integers are never boxed. */
  #bits(): number {
    this.#random = (this.#random + 0x6d2b79f5) | 0;
    let t = this.#random;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 1;
  }
}
