// The messages that a connection sends, either side: queued for the next packets, or encoded in place in the packet that
// is being built.

import { pendingAt, rowWords } from './connection-rows.js';
import type { EndpointMemory } from './endpoint-memory.js';
import { Channel, compressedBit, reliableBytesMax, unreliableBytesMax } from '../bytes/packet-layout.js';
import { ReliableSender } from './reliable-sender.js';
import type { SentPackets } from './sent-packets.js';
import { UnreliableQueue } from './unreliable-queue.js';

export const Queued = {
  ok: 0,
  /** Longer than its channel carries, or empty. */
  tooLong: 1,
  /** The queue is at its cap; nothing was queued. */
  full: 2,
} as const;
export type Queued = (typeof Queued)[keyof typeof Queued];

export class OutgoingMessages {
  readonly reliable: ReliableSender;
  readonly unreliable: UnreliableQueue;
  /** Sequence of the last message on the sequenced channel. */
  private sequenced = 0;

  private readonly words: Int32Array;
  private readonly pending: number;

  /** Of the connection in `row`. */
  constructor(
    private readonly memory: EndpointMemory,
    row: number,
  ) {
    this.words = memory.rows.words;
    this.pending = row * rowWords + pendingAt;
    this.reliable = new ReliableSender(memory.outgoing, memory.counters);
    this.unreliable = new UnreliableQueue(memory.outgoing, memory.counters);
  }

  /** Forgets what is queued. */
  clear(): void {
    this.reliable.clear();
    this.unreliable.clear();
    this.words[this.pending] = 0;
  }

  reset(): void {
    this.reliable.reset();
    this.unreliable.clear();
    this.sequenced = 0;
    this.words[this.pending] = 0;
  }

  /** Queues a message for the next packets. Sequenced messages are not queued: `beginMessage` puts them into a packet. */
  enqueue(reliable: boolean, data: Uint8Array, at: number, length: number, nowMs: number): Queued {
    if (length < 1 || length > (reliable ? reliableBytesMax : unreliableBytesMax)) return Queued.tooLong;
    if (reliable) return this.enqueueReliable(data, at, length, nowMs);
    this.unreliable.push(data, at, length);
    this.words[this.pending] = 1;
    return Queued.ok;
  }

  private enqueueReliable(data: Uint8Array, at: number, length: number, nowMs: number): Queued {
    const { packing } = this.memory;
    const packed = packing.pack(data, at, length);
    const isQueued =
      packed < 0
        ? this.reliable.enqueue(data, at, length, nowMs, Channel.reliable)
        : this.reliable.enqueue(packing.packedBytes, 0, packed, nowMs, Channel.reliable | compressedBit);
    if (!isQueued) return Queued.full;
    this.words[this.pending] = 1;
    return Queued.ok;
  }

  /** A packet with this frame was lost: the frame goes again. */
  lost(sequence: number, packetNumber: number): void {
    this.reliable.lost(sequence, packetNumber);
    this.words[this.pending] = 1;
  }

  /** Whether queued messages wait for a packet. */
  get hasPending(): boolean {
    return this.reliable.pendingFrames > 0 || this.unreliable.length > 0;
  }

  /** Adds queued messages to the packet that is being built, as many as leave `reserve` bytes of it. */
  writePending(reserve: number, packetNumber: number, sentPackets: SentPackets): void {
    // Most packets have nothing waiting: no queue is touched to know that.
    if (this.words[this.pending] === 0) return;
    const { writer } = this.memory;
    const end = writer.limit - reserve;
    if (this.unreliable.length > 0) {
      writer.offset = this.unreliable.writeTo(writer.out, writer.offset, end);
    }
    if (this.reliable.pendingFrames > 0) {
      writer.offset = this.reliable.writePending(writer.out, writer.offset, end, packetNumber, sentPackets);
    }
    this.words[this.pending] = this.hasPending ? 1 : 0;
  }

  /**
   * Starts a message of at most `bytesMax` bytes in the packet and returns the offset at which the caller encodes it, or
   * -1 when it does not fit. Follow with `endMessage`.
   */
  beginMessage(channel: Channel, bytesMax: number): number {
    return this.memory.writer.beginMessage(channel, (this.sequenced + 1) & 0xffff, bytesMax);
  }

  /** Ends the message with its body ending at `end`; a fault below 0 or an empty body takes it back. */
  endMessage(end: number): void {
    const { writer } = this.memory;
    if (writer.endMessage(end) && writer.isSequenced) this.sequenced = (this.sequenced + 1) & 0xffff;
  }
}
