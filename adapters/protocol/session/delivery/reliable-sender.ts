// The sending half of the reliable channel: frames from their queueing until they are acknowledged. A frame has a
// 16-bit sequence number; at most 1024 frames and `queuedBytesMax` bytes wait at a time, more is refused.

import { type BlockPool, noBlock } from '../bytes/block-pool.js';
import { frameLength, writeReliableFrameHead } from '../bytes/frame.js';
import { fragmentBytes, reliableWindow } from '../bytes/packet-layout.js';
import type { DeliveryCounters } from './delivery-counters.js';
import type { SentPackets } from './sent-packets.js';

/** Frames there is room for at first: what a game has in flight. Bulk makes it grow. */
const framesMin = 32;
/** What one connection may have waiting: 2.5 MB/s over a round trip of 200 ms. */
const queuedBytesMax = 512 * 1024;

const State = { free: 0, pending: 1, inFlight: 2, acked: 3 } as const;

/** Words of a frame: its memory, its length (u16) with head and state (a byte each), its fragment, the packet that carried it last. */
const frameWords = 4;
const blockWord = 0;
const shapeWord = 1;
const fragmentWord = 2;
const packetWord = 3;
const headShift = 16;
const stateShift = 24;
const stateless = 0xffffff;

export class ReliableSender {
  private base = 0;
  private end = 0;
  private pending = 0;
  /** No frame before this one is pending. */
  private pendingFrom = 0;
  private queuedBytes = 0;
  private progressAtMs = 0;
  private frames = new Int32Array(frameWords * framesMin);

  constructor(
    private readonly pool: BlockPool,
    private readonly counters: Pick<DeliveryCounters, 'retransmits'>,
  ) {}

  /** Forgets all frames and gives their memory back. */
  clear(): void {
    while (this.base !== this.end) this.drop();
    this.pending = 0;
    this.pendingFrom = this.end;
    if (this.frames.length > frameWords * framesMin) this.frames = new Int32Array(frameWords * framesMin);
  }

  reset(): void {
    this.clear();
    this.base = 0;
    this.end = 0;
    this.pendingFrom = 0;
  }

  /** Frames that wait to be sent for the first time or again. */
  get pendingFrames(): number {
    return this.pending;
  }

  get unacknowledgedFrames(): number {
    return (this.end - this.base) & 0xffff;
  }

  /** How long the oldest frame has been waiting without any progress. */
  stalledMs(nowMs: number): number {
    return this.base === this.end ? 0 : (nowMs - this.progressAtMs) | 0;
  }

  /** Queues a message, in fragments when it is long. False when it does not fit: then nothing of it is queued. */
  enqueue(data: Uint8Array, at: number, length: number, nowMs: number, head: number): boolean {
    const fragments = length > fragmentBytes ? Math.ceil(length / fragmentBytes) : 1;
    if (this.unacknowledgedFrames + fragments > reliableWindow) return false;
    if (this.queuedBytes + length > queuedBytesMax) return false;
    if (!this.pool.grants(this.queuedBytes, length)) return false;
    if (this.base === this.end) this.progressAtMs = nowMs;
    const start = this.end;
    for (let index = 0; index < fragments; index++) {
      const from = index * fragmentBytes;
      const bytes = Math.min(fragmentBytes, length - from);
      const block = this.pool.store(data, at + from, bytes);
      if (block === noBlock) {
        this.takeBack(start);
        return false;
      }
      this.append(block, bytes, head, fragments === 1 ? 0 : index | (fragments << 8));
    }
    return true;
  }

  /** Writes pending frames, oldest first, as far as they fit below `end`. Returns the new offset. */
  writePending(
    out: Uint8Array,
    at: number,
    end: number,
    packetNumber: number,
    sentPackets: SentPackets,
  ): number {
    let offset = at;
    let sequence = this.pendingFrom;
    for (; this.pending > 0 && sequence !== this.end; sequence = (sequence + 1) & 0xffff) {
      const word = this.wordOf(sequence);
      if (this.stateOf(word) !== State.pending) continue;
      const bytes = this.frames[word + shapeWord]! & 0xffff;
      const fragment = this.frames[word + fragmentWord]!;
      if (offset + frameLength(true, fragment !== 0, bytes) > end || sentPackets.framesRoom === 0) break;
      const head = (this.frames[word + shapeWord]! >>> headShift) & 0xff;
      offset = writeReliableFrameHead(out, offset, sequence, fragment & 0xff, fragment >>> 8, bytes, head);
      this.pool.load(this.frames[word + blockWord]!, bytes, out, offset);
      offset += bytes;
      if (this.frames[word + packetWord] !== 0) this.counters.retransmits++;
      this.frames[word + packetWord] = packetNumber;
      this.setState(word, State.inFlight);
      this.pending--;
      sentPackets.carry(sequence);
    }
    this.pendingFrom = sequence;
    return offset;
  }

  acked(sequence: number, nowMs: number): void {
    if (((sequence - this.base) & 0xffff) >= this.unacknowledgedFrames) return;
    const word = this.wordOf(sequence);
    const state = this.stateOf(word);
    if (state === State.acked) return;
    if (state === State.pending) this.pending--;
    this.setState(word, State.acked);
    while (this.base !== this.end && this.stateOf(this.wordOf(this.base)) === State.acked) {
      this.drop();
      this.progressAtMs = nowMs;
    }
  }

  /** Sends the frame again, unless a newer packet carries it already. */
  lost(sequence: number, packetNumber: number): void {
    const ahead = (sequence - this.base) & 0xffff;
    if (ahead >= this.unacknowledgedFrames) return;
    const word = this.wordOf(sequence);
    if (this.stateOf(word) !== State.inFlight || this.frames[word + packetWord] !== packetNumber) return;
    this.setState(word, State.pending);
    this.pending++;
    if (ahead < ((this.pendingFrom - this.base) & 0xffff)) this.pendingFrom = sequence;
  }

  private append(block: number, bytes: number, head: number, fragment: number): void {
    if (this.unacknowledgedFrames * frameWords === this.frames.length) this.grow();
    const { frames } = this;
    const word = this.wordOf(this.end);
    frames[word + blockWord] = block;
    frames[word + shapeWord] = bytes | (head << headShift) | (State.pending << stateShift);
    frames[word + fragmentWord] = fragment;
    frames[word + packetWord] = 0;
    this.pending++;
    this.queuedBytes += bytes;
    this.end = (this.end + 1) & 0xffff;
  }

  /** Forgets the oldest frame. */
  private drop(): void {
    const word = this.wordOf(this.base);
    this.pool.free(this.frames[word + blockWord]!);
    this.queuedBytes -= this.frames[word + shapeWord]! & 0xffff;
    if (this.pendingFrom === this.base) this.pendingFrom = (this.base + 1) & 0xffff;
    this.base = (this.base + 1) & 0xffff;
  }

  /** Forgets the frames from `start` on, none of which was sent. */
  private takeBack(start: number): void {
    while (this.end !== start) {
      this.end = (this.end - 1) & 0xffff;
      const word = this.wordOf(this.end);
      this.pool.free(this.frames[word + blockWord]!);
      this.queuedBytes -= this.frames[word + shapeWord]! & 0xffff;
      this.pending--;
    }
  }

  private wordOf(sequence: number): number {
    return (sequence * frameWords) & (this.frames.length - 1);
  }

  private stateOf(word: number): number {
    return this.frames[word + shapeWord]! >>> stateShift;
  }

  private setState(word: number, state: number): void {
    this.frames[word + shapeWord] = (this.frames[word + shapeWord]! & stateless) | (state << stateShift);
  }

  private grow(): void {
    const before = this.frames;
    const after = new Int32Array(2 * before.length);
    for (let sequence = this.base; sequence !== this.end; sequence = (sequence + 1) & 0xffff) {
      const from = (sequence * frameWords) & (before.length - 1);
      const to = (sequence * frameWords) & (after.length - 1);
      for (let word = 0; word < frameWords; word++) after[to + word] = before[from + word]!;
    }
    this.frames = after;
  }
}
