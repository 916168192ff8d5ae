// Packets in flight: when each was sent and which reliable frames it carried, until it is acknowledged or counts as lost.
// A packet is lost when three newer ones were acknowledged and it is older than a round trip with its variation, or
// when it outlived the retransmission time-out. An acknowledgement that comes later still counts for its reliable frames.

import { readU16, readU32 } from './little-endian.js';
import { latestNumber } from './packet-number.js';
import type { RoundTrip } from './round-trip.js';

const ringSize = 256;
/** At least twice the reliable window, see `settle`. */
const logSize = 512;
const reorderThreshold = 3;
const delayUnknown = 255;

const State = { none: 0, waiting: 1, acknowledgementOnly: 2, lost: 3 } as const;

export interface SentPacketsOwner {
  onAcked(packetNumber: number): void;
  onLost(packetNumber: number): void;
  /** Counted as lost before, acknowledged after all. */
  onFound(): void;
  onFrameAcked(sequence: number): void;
  onFrameLost(sequence: number, packetNumber: number): void;
}

export class SentPackets {
  /** The highest number sent, 0 before the first. */
  highest = 0;
  acked = 0;
  lost = 0;
  /** The highest number that the other side has named as received. */
  highestAcked = 0;
  /** Every number below is settled. */
  private settledBelow = 1;
  private readonly state = new Uint8Array(ringSize);
  private readonly sentAtMs = new Int32Array(ringSize);
  private readonly frameCount = new Uint8Array(ringSize);
  /** Where a packet's frames begin in `frames`, as a count of all frames that wraps at 32 bits. */
  private readonly frameStart = new Uint32Array(ringSize);
  private readonly frames = new Uint16Array(logSize);
  private framesLogged = 0;

  constructor(
    private readonly owner: SentPacketsOwner,
    private readonly roundTrip: RoundTrip,
  ) {}

  reset(): void {
    this.highest = 0;
    this.acked = 0;
    this.lost = 0;
    this.highestAcked = 0;
    this.settledBelow = 1;
    this.state.fill(State.none);
    this.framesLogged = 0;
  }

  /** Opens the record of the next packet; frames follow by `carry`, then `sent`. */
  begin(): number {
    const number = this.highest + 1;
    const place = number % ringSize;
    if (this.state[place] === State.waiting) this.lose(number - ringSize);
    this.state[place] = State.none;
    this.frameCount[place] = 0;
    this.frameStart[place] = this.framesLogged;
    return number;
  }

  /** Most frames that one packet's record counts. */
  get framesRoom(): number {
    return 255 - this.frameCount[(this.highest + 1) % ringSize]!;
  }

  carry(sequence: number): void {
    const place = (this.highest + 1) % ringSize;
    this.frames[this.framesLogged % logSize] = sequence;
    this.framesLogged = (this.framesLogged + 1) >>> 0;
    this.frameCount[place]!++;
  }

  /** The packet is on its way. One without frames asks for no acknowledgement and is never lost. */
  sent(nowMs: number, hasFrames: boolean): void {
    this.highest++;
    const place = this.highest % ringSize;
    this.state[place] = hasFrames ? State.waiting : State.acknowledgementOnly;
    this.sentAtMs[place] = nowMs;
  }

  /** Takes the 7 bytes of an acknowledgement. */
  acknowledge(data: Uint8Array, at: number, nowMs: number): void {
    const latest = latestNumber(readU16(data, at), this.highest);
    const bits = readU32(data, at + 2);
    const delayMs = data[at + 6]!;
    if (latest < 1) return;
    if (this.settle(latest) && delayMs !== delayUnknown) {
      this.roundTrip.sample(((nowMs - this.sentAtMs[latest % ringSize]!) | 0) - delayMs);
    }
    for (let bit = 0; bit < 32; bit++) {
      if ((bits & (1 << bit)) !== 0) this.settle(latest - 1 - bit);
    }
    if (latest > this.highestAcked) this.highestAcked = latest;
    this.loseOlder(this.highestAcked - reorderThreshold, this.roundTrip.reorderMs(), nowMs);
  }

  /** Milliseconds until the oldest packet in flight times out, or -1 when none is in flight. May be 0 or less. */
  msUntilTimeout(nowMs: number): number {
    for (let number = this.settledBelow; number <= this.highest; number++) {
      if (this.state[number % ringSize] !== State.waiting) continue;
      const dueMs = this.sentAtMs[number % ringSize]! + this.roundTrip.timeoutMs();
      return Math.max(0, (dueMs - nowMs) | 0);
    }
    return -1;
  }

  /** Gives up packets that outlived the retransmission time-out. */
  expire(nowMs: number): void {
    if (this.loseOlder(this.highest, this.roundTrip.timeoutMs(), nowMs)) this.roundTrip.timedOut();
  }

  /** True when the packet was newly acknowledged. */
  private settle(number: number): boolean {
    if (number < 1 || number <= this.highest - ringSize) return false;
    const place = number % ringSize;
    const before = this.state[place]!;
    if (before === State.none) return false;
    this.state[place] = State.none;
    this.roundTrip.progress();
    if (before === State.acknowledgementOnly) return true;
    this.acked++;
    if (before === State.lost) {
      this.lost--;
      this.owner.onFound();
    } else this.owner.onAcked(number);
    const start = this.frameStart[place]!;
    // Entries of a packet in flight are never overwritten: until it is settled at most two windows of frames are sent.
    // Those of a packet already given up may be; then its late acknowledgement spares nothing.
    if ((this.framesLogged - start) >>> 0 <= logSize) {
      for (let index = 0; index < this.frameCount[place]!; index++) {
        this.owner.onFrameAcked(this.frames[(start + index) % logSize]!);
      }
    }
    return true;
  }

  private loseOlder(newest: number, ageMs: number, nowMs: number): boolean {
    let any = false;
    while (this.settledBelow <= newest) {
      const number = this.settledBelow;
      const place = number % ringSize;
      if (number > this.highest - ringSize && this.state[place] === State.waiting) {
        if (((nowMs - this.sentAtMs[place]!) | 0) < ageMs) break;
        this.lose(number);
        any = true;
      }
      this.settledBelow++;
    }
    return any;
  }

  private lose(number: number): void {
    const place = number % ringSize;
    this.state[place] = State.lost;
    this.lost++;
    this.owner.onLost(number);
    const start = this.frameStart[place]!;
    for (let index = 0; index < this.frameCount[place]!; index++) {
      this.owner.onFrameLost(this.frames[(start + index) % logSize]!, number);
    }
  }
}
