// Packets in flight: when each was sent and which reliable frames it carried, until it is acknowledged or counts as lost.
// A packet is lost when a newer one was acknowledged and it is older than a round trip and the reordering seen lately
// (after RACK, RFC 8985), or when it outlived the retransmission time-out. An acknowledgement that comes later still
// counts for its reliable frames, and teaches how late packets come.

import { CarriedFrames, startMask } from './carried-frames.js';
import {
  ackedBitsAt,
  ConnectionRows,
  highestAckedAt,
  highestSentAt,
  rowWords,
  sentRecordsAt,
} from './connection-rows.js';
import { readU16, readU32 } from '../bytes/little-endian.js';
import { latestNumber } from '../bytes/packet-number.js';
import { serverLazyMs } from './received-packets.js';
import type { RoundTrip } from './round-trip.js';

/** Packets that are remembered: as many as a window of frames and what goes beside it; few at first, for idle sessions. */
const packetsMin = 64;
const packetsMax = 2048;
const delayUnknown = 255;

/** A packet's record is two words: when it was sent; state (2 bits), frames (8 bits) and where they start (22 bits). */
const stateMask = 3;
const countShift = 2;
const countMask = 0xff;
const startShift = 10;
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
  acked = 0;
  lost = 0;
  /** Every number below is settled. */
  private settledBelow = 1;
  /** In the connection's row at first, elsewhere when they grow. */
  private records: Int32Array;
  private recordsAt: number;
  private remembered = packetsMin;
  private readonly frames = new CarriedFrames();
  private readonly words: Int32Array;
  private readonly rowAt: number;

  constructor(
    private readonly owner: SentPacketsOwner,
    private readonly roundTrip: RoundTrip,
    rows = new ConnectionRows(1),
    row = 0,
  ) {
    this.words = rows.words;
    this.rowAt = row * rowWords;
    this.records = this.words;
    this.recordsAt = this.rowAt + sentRecordsAt;
  }

  /** The highest number sent, 0 before the first. */
  get highest(): number {
    return this.words[this.rowAt + highestSentAt]!;
  }

  set highest(number: number) {
    this.words[this.rowAt + highestSentAt] = number;
  }

  /** The highest number that the other side has named as received, and the bits that came with it. */
  get highestAcked(): number {
    return this.words[this.rowAt + highestAckedAt]!;
  }

  private get ackedBits(): number {
    return this.words[this.rowAt + ackedBitsAt]!;
  }

  reset(): void {
    this.highest = 0;
    this.acked = 0;
    this.lost = 0;
    this.setAcked(0, 0);
    this.settledBelow = 1;
    // What bulk made grow is given back.
    this.records = this.words;
    this.recordsAt = this.rowAt + sentRecordsAt;
    this.remembered = packetsMin;
    this.records.fill(0, this.recordsAt, this.recordsAt + 2 * packetsMin);
    this.frames.reset();
  }

  /** Opens the record of the next packet; frames follow by `carry`, then `sent`. */
  begin(): number {
    const number = this.highest + 1;
    if (this.stateOf(number) === State.waiting && !this.grow()) this.lose(number - this.remembered);
    this.records[this.wordOf(number) + 1] = this.frames.start << startShift;
    return number;
  }

  /** Most frames that one packet's record counts. */
  get framesRoom(): number {
    return countMask - this.frameCount(this.highest + 1);
  }

  carry(sequence: number): void {
    const number = this.highest + 1;
    this.frames.add(sequence, this.frameStart(Math.max(this.settledBelow, number - this.remembered + 1)));
    this.records[this.wordOf(number) + 1]! += 1 << countShift;
  }

  /** The packet is on its way. One without frames asks for no acknowledgement and is never lost. */
  sent(nowMs: number, hasFrames: boolean): void {
    this.highest++;
    const word = this.wordOf(this.highest);
    this.records[word] = nowMs;
    this.records[word + 1]! |= hasFrames ? State.waiting : State.acknowledgementOnly;
  }

  /** Takes the 7 bytes of an acknowledgement; whether it tells anything that was not known. */
  acknowledge(data: Uint8Array, at: number, nowMs: number): boolean {
    const latest = latestNumber(readU16(data, at), this.highest);
    const bits = readU32(data, at + 2) | 0;
    if (latest < 1 || (latest === this.highestAcked && bits === this.ackedBits)) return false;
    const delayMs = data[at + 6]!;
    if (this.settle(latest, nowMs) && delayMs !== delayUnknown) {
      this.roundTrip.sample(((nowMs - this.sentAtMs(latest)) | 0) - delayMs);
    }
    for (let fresh = bits & ~this.knownBits(latest); fresh !== 0; fresh &= fresh - 1) {
      // The lowest bit that is set: 31 less the zeros before it.
      this.settle(latest - 1 - (31 - Math.clz32(fresh & -fresh)), nowMs);
    }
    if (latest >= this.highestAcked) {
      this.setAcked(latest, bits);
    }
    this.loseOvertaken(nowMs);
    return true;
  }

  private setAcked(latest: number, bits: number): void {
    this.words[this.rowAt + highestAckedAt] = latest;
    this.words[this.rowAt + ackedBitsAt] = bits;
  }

  /** The bits of an acknowledgement of `latest` that the newest one before it has told already. */
  private knownBits(latest: number): number {
    const ahead = latest - this.highestAcked;
    // Shifts by 32 do nothing in JavaScript, hence the cases. An older one is overtaken, and taken as a whole.
    if (ahead < 0 || ahead > 32) return 0;
    if (ahead === 0) return this.ackedBits;
    return (ahead === 32 ? 0 : this.ackedBits << ahead) | (1 << (ahead - 1));
  }

  /** Milliseconds until a packet in flight counts as lost, or -1 when none is in flight. */
  msUntilTimeout(nowMs: number): number {
    const timeoutMs = this.roundTrip.timeoutMs();
    let soonest = -1;
    for (let number = this.settledBelow; number <= this.highest; number++) {
      if (this.stateOf(number) !== State.waiting) continue;
      const isOvertaken = number < this.highestAcked;
      const isReliable = this.frameCount(number) > 0;
      const allowedMs = isOvertaken
        ? this.roundTrip.reorderMs()
        : isReliable
          ? timeoutMs
          : timeoutMs + serverLazyMs;
      const left = Math.max(0, (this.sentAtMs(number) + allowedMs - nowMs) | 0);
      if (soonest < 0 || left < soonest) soonest = left;
      // Those behind it were sent later.
      if (isOvertaken || isReliable) break;
    }
    return soonest;
  }

  /** Gives up packets that newer ones have overtaken for long, or that outlived the retransmission time-out. */
  expire(nowMs: number): void {
    this.loseOvertaken(nowMs);
    const timeoutMs = this.roundTrip.timeoutMs();
    let isSettled = true;
    let anyReliable = false;
    for (let number = this.settledBelow; number <= this.highest; number++) {
      if (this.stateOf(number) === State.waiting) {
        const isReliable = this.frameCount(number) > 0;
        const ageMs = (nowMs - this.sentAtMs(number)) | 0;
        if (ageMs < timeoutMs) break;
        // The other side takes its time to acknowledge what is not reliable.
        if (isReliable || ageMs >= timeoutMs + serverLazyMs) {
          this.lose(number);
          anyReliable ||= isReliable;
        } else isSettled = false;
      }
      if (isSettled) this.settledBelow = number + 1;
    }
    if (anyReliable) this.roundTrip.timedOut();
  }

  private loseOvertaken(nowMs: number): void {
    for (; this.settledBelow < this.highestAcked; this.settledBelow++) {
      const number = this.settledBelow;
      if (this.stateOf(number) !== State.waiting) continue;
      if (((nowMs - this.sentAtMs(number)) | 0) < this.roundTrip.reorderMs()) return;
      this.lose(number);
    }
  }

  /** True when the packet was newly acknowledged. */
  private settle(number: number, nowMs: number): boolean {
    const before = this.stateOf(number);
    if (before === State.none) return false;
    this.records[this.wordOf(number) + 1]! &= ~stateMask;
    this.roundTrip.progress();
    if (before === State.acknowledgementOnly) return true;
    this.acked++;
    if (before === State.lost) {
      this.lost--;
      this.roundTrip.cameLate((nowMs - this.sentAtMs(number)) | 0);
      this.owner.onFound();
    } else this.owner.onAcked(number);
    const count = this.frameCount(number);
    const start = this.frameStart(number);
    // Without the frames of a packet given up long ago its late acknowledgement spares nothing.
    if (count > 0 && this.frames.reach(start)) {
      for (let index = 0; index < count; index++) this.owner.onFrameAcked(this.frames.at(start, index));
    }
    return true;
  }

  private lose(number: number): void {
    this.records[this.wordOf(number) + 1]! |= State.lost;
    this.lost++;
    this.owner.onLost(number);
    const count = this.frameCount(number);
    const start = this.frameStart(number);
    for (let index = 0; index < count; index++) this.owner.onFrameLost(this.frames.at(start, index), number);
  }

  // — records —

  private wordOf(number: number): number {
    return this.recordsAt + 2 * (number & (this.remembered - 1));
  }

  /** `none` for numbers that are not remembered any more. The one to be sent next stands for the one it will replace. */
  private stateOf(number: number): number {
    if (number < 1 || number > this.highest + 1 || number <= this.highest - this.remembered)
      return State.none;
    return this.records[this.wordOf(number) + 1]! & stateMask;
  }

  private sentAtMs(number: number): number {
    return this.records[this.wordOf(number)]!;
  }

  private frameCount(number: number): number {
    return (this.records[this.wordOf(number) + 1]! >>> countShift) & countMask;
  }

  private frameStart(number: number): number {
    return (this.records[this.wordOf(number) + 1]! >>> startShift) & startMask;
  }

  /** Twice as many records; false at the cap. */
  private grow(): boolean {
    const { records: before, recordsAt, remembered: count } = this;
    if (count >= packetsMax) return false;
    const after = new Int32Array(4 * count);
    for (let number = Math.max(1, this.highest - count + 1); number <= this.highest; number++) {
      const from = recordsAt + 2 * (number & (count - 1));
      const to = 2 * (number & (2 * count - 1));
      after[to] = before[from]!;
      after[to + 1] = before[from + 1]!;
    }
    this.records = after;
    this.recordsAt = 0;
    this.remembered = 2 * count;
    return true;
  }
}
