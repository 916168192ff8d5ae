// The sending half of the reliable channel: frames from their queueing until they are acknowledged. A frame has a
// 16-bit sequence number; at most 256 frames and `queuedBytesMax` bytes wait at a time, more is refused.

import { type BlockPool, noBlock } from './block-pool.js';
import { frameLength, writeReliableFrameHead } from './frame.js';
import { fragmentBytes } from './packet-layout.js';
import type { SentPackets } from './sent-packets.js';

/** Frames in flight or waiting; the receiver keeps as many out of order. */
export const reliableWindow = 256;
/** What one connection may have waiting. */
const queuedBytesMax = 128 * 1024;

const State = { free: 0, pending: 1, inFlight: 2, acked: 3 } as const;

export class ReliableSender {
  retransmits = 0;
  private base = 0;
  private end = 0;
  private pending = 0;
  private queuedBytes = 0;
  private progressAtMs = 0;
  private readonly state = new Uint8Array(reliableWindow);
  private readonly block = new Int32Array(reliableWindow);
  private readonly bytes = new Uint16Array(reliableWindow);
  /** Channel, and whether compressed, as in the frame's head. */
  private readonly head = new Uint8Array(reliableWindow);
  private readonly fragment = new Uint8Array(reliableWindow);
  /** 0 for a whole message. */
  private readonly fragmentCount = new Uint8Array(reliableWindow);
  /** The packet that carried the frame last, 0 when none did. */
  private readonly packet = new Uint32Array(reliableWindow);

  constructor(private readonly pool: BlockPool) {}

  /** Forgets all frames and gives their memory back. */
  clear(): void {
    while (this.base !== this.end) this.drop();
    this.pending = 0;
  }

  reset(): void {
    this.clear();
    this.base = 0;
    this.end = 0;
    this.retransmits = 0;
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
      this.head[this.end % reliableWindow] = head;
      this.append(block, bytes, index, fragments === 1 ? 0 : fragments);
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
    for (
      let sequence = this.base;
      this.pending > 0 && sequence !== this.end;
      sequence = (sequence + 1) & 0xffff
    ) {
      const place = sequence % reliableWindow;
      if (this.state[place] !== State.pending) continue;
      const bytes = this.bytes[place]!;
      const isFragment = this.fragmentCount[place] !== 0;
      if (offset + frameLength(true, isFragment, bytes) > end || sentPackets.framesRoom === 0) break;
      offset = writeReliableFrameHead(
        out,
        offset,
        sequence,
        this.fragment[place]!,
        this.fragmentCount[place]!,
        bytes,
        this.head[place]!,
      );
      this.pool.load(this.block[place]!, bytes, out, offset);
      offset += bytes;
      if (this.packet[place] !== 0) this.retransmits++;
      this.packet[place] = packetNumber;
      this.state[place] = State.inFlight;
      this.pending--;
      sentPackets.carry(sequence);
    }
    return offset;
  }

  acked(sequence: number, nowMs: number): void {
    const place = sequence % reliableWindow;
    if (((sequence - this.base) & 0xffff) >= this.unacknowledgedFrames) return;
    if (this.state[place] === State.acked) return;
    if (this.state[place] === State.pending) this.pending--;
    this.state[place] = State.acked;
    while (this.base !== this.end && this.state[this.base % reliableWindow] === State.acked) {
      this.drop();
      this.progressAtMs = nowMs;
    }
  }

  /** Sends the frame again, unless a newer packet carries it already. */
  lost(sequence: number, packetNumber: number): void {
    const place = sequence % reliableWindow;
    if (((sequence - this.base) & 0xffff) >= this.unacknowledgedFrames) return;
    if (this.state[place] !== State.inFlight || this.packet[place] !== packetNumber) return;
    this.state[place] = State.pending;
    this.pending++;
  }

  private append(block: number, bytes: number, fragment: number, fragmentCount: number): void {
    const place = this.end % reliableWindow;
    this.block[place] = block;
    this.bytes[place] = bytes;
    this.fragment[place] = fragment;
    this.fragmentCount[place] = fragmentCount;
    this.packet[place] = 0;
    this.state[place] = State.pending;
    this.pending++;
    this.queuedBytes += bytes;
    this.end = (this.end + 1) & 0xffff;
  }

  /** Forgets the oldest frame. */
  private drop(): void {
    const place = this.base % reliableWindow;
    this.pool.free(this.block[place]!);
    this.queuedBytes -= this.bytes[place]!;
    this.state[place] = State.free;
    this.base = (this.base + 1) & 0xffff;
  }

  /** Undoes the appends since `start`. */
  private takeBack(start: number): void {
    while (this.end !== start) {
      this.end = (this.end - 1) & 0xffff;
      const place = this.end % reliableWindow;
      this.pool.free(this.block[place]!);
      this.queuedBytes -= this.bytes[place]!;
      this.state[place] = State.free;
      this.pending--;
    }
  }
}
