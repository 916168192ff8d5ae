// Which reliable frames each packet in flight carried: a log of sequence numbers in the order of sending. Small at first,
// since most connections have few frames in flight; it doubles while it must, up to what two windows of frames need.

import { reliableWindow } from '../bytes/packet-layout.js';

const entriesMin = 32;
/** Until a packet is settled at most two windows of frames are sent after it: see `reach`. */
const entriesMax = 2 * reliableWindow;
/** Starts are counted modulo this, so that they fit a packet's record. */
export const startMask = 0x3fffff;

export class CarriedFrames {
  /** Where the next packet's frames will start. */
  start = 0;
  private entries = new Uint16Array(entriesMin);

  reset(): void {
    this.start = 0;
  }

  /** Adds a frame; those from `oldest` on are still needed. */
  add(sequence: number, oldest: number): void {
    if (((this.start - oldest) & startMask) >= this.entries.length) this.grow(oldest);
    this.entries[this.start & (this.entries.length - 1)] = sequence;
    this.start = (this.start + 1) & startMask;
  }

  /** Whether the frames from `start` on are still there: those of packets given up long ago are not. */
  reach(start: number): boolean {
    return ((this.start - start) & startMask) <= this.entries.length;
  }

  /** The frame at `start + index`. */
  at(start: number, index: number): number {
    return this.entries[(start + index) & (this.entries.length - 1)]!;
  }

  private grow(oldest: number): void {
    const before = this.entries;
    if (before.length >= entriesMax) return;
    const after = new Uint16Array(before.length * 2);
    for (let at = oldest; at !== this.start; at = (at + 1) & startMask) {
      after[at & (after.length - 1)] = before[at & (before.length - 1)]!;
    }
    this.entries = after;
  }
}
