// One established session, either side: keys, numbers, acknowledgements and channels. Bytes go in by `receive`, out by
// `beginPacket` … `finishPacket` into a buffer that the caller provides. Knows no socket and no clock; times are
// milliseconds as 32-bit integers that may wrap. Objects are reused from session to session by `open` and `close`.

import type { CryptoSuite } from '#ports/crypto-suite.js';
import type { ConnectionOwner } from './connection-owner.js';
import type { EndpointMemory } from './endpoint-memory.js';
import { Frame } from './frame.js';
import { defaultRekeyLimits, ReceivingKeys, type RekeyLimits, SendingKey } from './key-phases.js';
import { readU16 } from './little-endian.js';
import type { SessionKeys } from './noise-nk.js';
import {
  acknowledgementBytes,
  Channel,
  compressedBit,
  headerBytes,
  keyPhaseBit,
  packetNumberAt,
  packetNumberEnd,
  reliableBytesMax,
  tagBytes,
  unorderedBytesMax,
  unreliableBytesMax,
} from './packet-layout.js';
import { nearestNumber, sequenceDistance } from './packet-number.js';
import { Pacing } from './pacing.js';
import { ReceivedPackets } from './received-packets.js';
import { Arrival, ReliableReceiver } from './reliable-receiver.js';
import { ReliableSender } from './reliable-sender.js';
import { ReplayWindow } from './replay-window.js';
import { RoundTrip } from './round-trip.js';
import { SentPackets } from './sent-packets.js';
import { UnreliableQueue } from './unreliable-queue.js';

export const Received = {
  ok: 0,
  /** Its number was seen, is too old, or does not exist. */
  replayed: 1,
  unauthentic: 2,
  /** Authentic, but against the protocol: the session must end. */
  malformed: 3,
} as const;
export type Received = (typeof Received)[keyof typeof Received];

export const Queued = {
  ok: 0,
  /** Longer than its channel carries, or empty. */
  tooLong: 1,
  /** The queue is at its cap; nothing was queued. */
  full: 2,
} as const;
export type Queued = (typeof Queued)[keyof typeof Queued];

export class Connection {
  connectionId = 0;
  isOpen = false;
  lastReceivedMs = 0;
  /** When this side last sent something that asks for an acknowledgement. */
  lastAskedMs = 0;
  bytesReceived = 0;
  bytesSent = 0;
  packetsReceived = 0;
  readonly roundTrip = new RoundTrip();
  readonly pacing = new Pacing();
  readonly replay = new ReplayWindow();
  readonly sentPackets: SentPackets;
  readonly reliableOut: ReliableSender;
  readonly reliableIn: ReliableReceiver;
  readonly unreliableOut: UnreliableQueue;
  private readonly received = new ReceivedPackets();
  private readonly frame = new Frame();
  private readonly sending: SendingKey;
  private readonly receiving: ReceivingKeys;
  private nowMs = 0;
  private sequencedOut = 0;
  private sequencedIn = 0;
  /** Number of the packet being built. */
  private building = 0;

  constructor(
    readonly slot: number,
    private readonly owner: ConnectionOwner,
    private readonly crypto: CryptoSuite,
    private readonly memory: EndpointMemory,
    rekey: RekeyLimits = defaultRekeyLimits,
  ) {
    this.sending = new SendingKey(crypto, rekey);
    this.receiving = new ReceivingKeys(crypto);
    this.sentPackets = new SentPackets(this, this.roundTrip);
    this.reliableOut = new ReliableSender(memory.outgoing);
    this.reliableIn = new ReliableReceiver(memory.incoming, memory.scratch.length);
    this.unreliableOut = new UnreliableQueue(memory.outgoing);
  }

  open(connectionId: number, keys: SessionKeys, nowMs: number): void {
    this.close();
    this.connectionId = connectionId;
    this.sending.open(keys.send, nowMs);
    this.receiving.open(keys.receive);
    this.isOpen = true;
    this.pacing.reset(nowMs);
    this.nowMs = nowMs;
    this.lastReceivedMs = nowMs;
    this.lastAskedMs = nowMs;
  }

  /** Forgets keys and what is queued; statistics stay readable until the next `open` or `close`. */
  forget(): void {
    this.isOpen = false;
    this.sending.forget();
    this.receiving.forget();
    this.reliableOut.clear();
    this.reliableIn.reset();
    this.unreliableOut.clear();
  }

  /** Forgets everything and gives all queued memory back. */
  close(): void {
    this.isOpen = false;
    this.sending.forget();
    this.receiving.forget();
    this.roundTrip.reset();
    this.replay.reset();
    this.received.reset();
    this.sentPackets.reset();
    this.reliableOut.reset();
    this.reliableIn.reset();
    this.unreliableOut.reset();
    this.sequencedOut = 0;
    this.sequencedIn = 0;
    this.bytesReceived = 0;
    this.bytesSent = 0;
    this.packetsReceived = 0;
  }

  /** The way to the other side is another one: what was measured of it means nothing any more. */
  forgetPath(): void {
    this.roundTrip.reset();
    this.pacing.reset(this.nowMs);
  }

  // — receiving —

  /** Opens a datagram in place, whose connection id was found to be this one's, and hands its messages to the owner. */
  receive(buffer: Uint8Array, at: number, length: number, nowMs: number): Received {
    const number = nearestNumber(readU16(buffer, at + packetNumberAt), this.replay.highest);
    if (!this.replay.isFresh(number)) return Received.replayed;
    const phase = buffer[at]! & keyPhaseBit;
    const key = this.receiving.find(phase, number);
    if (key === undefined) return Received.unauthentic;
    const textAt = at + headerBytes;
    const authentic = this.crypto.open(key, number, buffer, at, headerBytes, textAt, length - headerBytes);
    if (!authentic) return Received.unauthentic;
    this.replay.accept(number);
    if (this.receiving.accept(phase, number)) this.tellKeys();
    this.nowMs = nowMs;
    this.lastReceivedMs = nowMs;
    this.bytesReceived += length;
    this.packetsReceived++;
    this.sentPackets.acknowledge(buffer, textAt, nowMs);
    this.pacing.judge(nowMs, this.roundTrip);
    return this.receiveFrames(buffer, textAt + acknowledgementBytes, at + length - tagBytes, number);
  }

  private receiveFrames(buffer: Uint8Array, at: number, end: number, number: number): Received {
    const { frame } = this;
    let offset = at;
    let keep = true;
    let prompt = false;
    while (offset < end) {
      offset = frame.read(buffer, offset, end);
      if (offset < 0) return Received.malformed;
      if (frame.channel >= Channel.reliable) {
        prompt = true;
        const arrival = this.receiveReliable(buffer);
        if (arrival === Arrival.violation) return Received.malformed;
        if (arrival === Arrival.refused) keep = false;
      } else if (!this.receiveUnreliable(buffer)) keep = false;
      // The owner may have closed the session while it handled a message.
      if (!this.isOpen) return Received.ok;
    }
    if (keep) this.received.record(number, this.nowMs);
    if (end > at) this.received.owe(this.nowMs, prompt);
    return Received.ok;
  }

  /** False when the message was dropped as too old: its sender must not think that it was taken. */
  private receiveUnreliable(buffer: Uint8Array): boolean {
    const { frame } = this;
    if (frame.channel === Channel.sequenced) {
      if (sequenceDistance(frame.sequence, this.sequencedIn) <= 0) return false;
      this.sequencedIn = frame.sequence;
    }
    this.owner.onConnectionMessage(this.slot, frame.channel, buffer, frame.bodyAt, frame.bytes);
    return true;
  }

  private receiveReliable(buffer: Uint8Array): Arrival {
    const { frame } = this;
    const { scratch } = this.memory;
    const arrival = this.reliableIn.arrive(frame, buffer);
    if (arrival === Arrival.deliver) {
      if (!this.deliver(frame.channel, frame.isCompressed, buffer, frame.bodyAt, frame.bytes)) {
        return Arrival.violation;
      }
    }
    if (arrival !== Arrival.deliver && arrival !== Arrival.kept) return arrival;
    while (this.isOpen) {
      const bytes = this.reliableIn.takeNext(scratch, this.nowMs);
      if (bytes === -2) return Arrival.violation;
      if (bytes < 0) break;
      if (!this.deliver(Channel.reliable, this.reliableIn.tookCompressed, scratch, 0, bytes)) {
        return Arrival.violation;
      }
    }
    return arrival;
  }

  /** False when it was compressed and is malformed. */
  private deliver(
    channel: Channel,
    isCompressed: boolean,
    data: Uint8Array,
    at: number,
    bytes: number,
  ): boolean {
    if (!isCompressed) {
      this.owner.onConnectionMessage(this.slot, channel, data, at, bytes);
      return true;
    }
    const { packing } = this.memory;
    const size = packing.unpack(data, at, bytes);
    if (size < 0) return false;
    this.owner.onConnectionMessage(this.slot, channel, packing.plainBytes, 0, size);
    return true;
  }

  // — sending —

  /** Queues a message for the next packets. Sequenced messages are not queued: `beginMessage` puts them into a packet. */
  enqueue(reliable: boolean, data: Uint8Array, at: number, length: number, nowMs: number): Queued {
    if (length < 1 || length > (reliable ? reliableBytesMax : unreliableBytesMax)) return Queued.tooLong;
    if (reliable) return this.enqueueReliable(Channel.reliable, data, at, length, nowMs);
    this.unreliableOut.push(data, at, length);
    return Queued.ok;
  }

  /** Queues a message that arrives once, but need not wait for those before it. At most `unorderedBytesMax` long. */
  enqueueUnordered(data: Uint8Array, at: number, length: number, nowMs: number): Queued {
    if (length < 1 || length > unorderedBytesMax) return Queued.tooLong;
    return this.enqueueReliable(Channel.unordered, data, at, length, nowMs);
  }

  private enqueueReliable(
    channel: Channel,
    data: Uint8Array,
    at: number,
    length: number,
    nowMs: number,
  ): Queued {
    const { packing } = this.memory;
    const packed = channel === Channel.reliable ? packing.pack(data, at, length) : -1;
    const isQueued =
      packed < 0
        ? this.reliableOut.enqueue(data, at, length, nowMs, channel)
        : this.reliableOut.enqueue(packing.packedBytes, 0, packed, nowMs, channel | compressedBit);
    return isQueued ? Queued.ok : Queued.full;
  }

  /** Whether queued messages wait for a packet. */
  get hasPending(): boolean {
    return this.reliableOut.pendingFrames > 0 || this.unreliableOut.length > 0;
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilAck(nowMs: number): number {
    return this.received.msUntilDue(nowMs);
  }

  /** Whether the numbers are used up: the session must end before a nonce could repeat. */
  get isSpent(): boolean {
    return this.sentPackets.highest >= packetNumberEnd - 1 || this.replay.highest >= packetNumberEnd - 1;
  }

  /**
   * Starts a packet in `out` at `at`, where `datagramBytesMax` bytes are free, with the acknowledgement and as many
   * queued messages as leave `reserve` bytes for messages the caller adds. Must be followed by `finishPacket`.
   */
  beginPacket(out: Uint8Array, at: number, reserve: number, nowMs: number): void {
    const { writer } = this.memory;
    this.nowMs = nowMs;
    this.building = this.sentPackets.begin();
    if (this.sending.advance(this.building, this.sentPackets.highestAcked, nowMs)) this.tellKeys();
    writer.begin(out, at, this.connectionId, this.building, this.sending.phase);
    this.received.write(out, writer.acknowledgementAt, nowMs);
    const end = writer.limit - reserve;
    if (this.unreliableOut.length > 0) {
      writer.offset = this.unreliableOut.writeTo(out, writer.offset, end);
    }
    if (this.reliableOut.pendingFrames > 0) {
      writer.offset = this.reliableOut.writePending(out, writer.offset, end, this.building, this.sentPackets);
    }
  }

  /** Bytes left in the packet for one more message's body on an unreliable channel. */
  get messageRoom(): number {
    return this.memory.writer.messageRoom;
  }

  /**
   * Starts a message of at most `bytesMax` bytes in the packet and returns the offset in `out` at which the caller
   * encodes it, or -1 when it does not fit. Follow with `endMessage`.
   */
  beginMessage(channel: Channel, bytesMax: number): number {
    return this.memory.writer.beginMessage(channel, (this.sequencedOut + 1) & 0xffff, bytesMax);
  }

  /** Ends the message with its body ending at `end`; a fault below 0 or an empty body takes it back. */
  endMessage(end: number): void {
    const { writer } = this.memory;
    if (writer.endMessage(end) && writer.isSequenced) this.sequencedOut = (this.sequencedOut + 1) & 0xffff;
  }

  /** The number of the packet being built. */
  get packetNumber(): number {
    return this.building;
  }

  /** Seals the packet in place and returns its length. It counts as sent. */
  finishPacket(): number {
    const { out, packetAt, length } = this.memory.writer;
    const textLength = length - headerBytes;
    this.crypto.seal(
      this.sending.key!,
      this.building,
      out,
      packetAt,
      headerBytes,
      packetAt + headerBytes,
      textLength,
    );
    const hasFrames = textLength > acknowledgementBytes;
    this.sentPackets.sent(this.nowMs, hasFrames);
    if (hasFrames) this.lastAskedMs = this.nowMs;
    this.bytesSent += length + tagBytes;
    this.pacing.onSent(length + tagBytes);
    return length + tagBytes;
  }

  private tellKeys(): void {
    this.owner.onConnectionRekeyed?.(this.slot, this.sending.key!, this.receiving.key!);
  }

  // — SentPacketsOwner —

  onAcked(packetNumber: number): void {
    this.pacing.onAcked();
    this.owner.onConnectionPacketAcked(this.slot, packetNumber);
  }

  onLost(packetNumber: number): void {
    this.pacing.onLost();
    this.owner.onConnectionPacketLost(this.slot, packetNumber);
  }

  onFound(): void {
    this.pacing.onFound();
    this.pacing.onAcked();
    this.owner.onConnectionPacketFound(this.slot);
  }

  onFrameAcked(sequence: number): void {
    this.reliableOut.acked(sequence, this.nowMs);
  }

  onFrameLost(sequence: number, packetNumber: number): void {
    this.reliableOut.lost(sequence, packetNumber);
  }
}
