// One established session, either side: keys, packet numbers, acknowledgements; its messages are the business of
// IncomingFrames and OutgoingMessages. Bytes go in by `receive`, out by `beginPacket` … `finishPacket` into a buffer that
// the caller provides. Knows no socket and no clock; times are milliseconds as 32-bit integers that may wrap. Objects
// are reused from session to session by `open` and `close`.

import type { CryptoSuite } from '#ports/crypto-suite.js';
import type { ConnectionOwner } from './connection-owner.js';
import type { EndpointMemory } from './endpoint-memory.js';
import { IncomingFrames } from './incoming-frames.js';
import { defaultRekeyLimits, ReceivingKeys, type RekeyLimits, SendingKey } from './key-phases.js';
import { readU16 } from './little-endian.js';
import type { SessionKeys } from './noise-nk.js';
import { OutgoingMessages } from './outgoing-messages.js';
import {
  acknowledgementBytes,
  headerBytes,
  keyPhaseBit,
  packetNumberAt,
  packetNumberEnd,
  tagBytes,
} from './packet-layout.js';
import { nearestNumber } from './packet-number.js';
import { Pacing } from './pacing.js';
import type { ReceivedPackets } from './received-packets.js';
import type { ReplayWindows } from './replay-window.js';
import { RoundTrip } from './round-trip.js';
import { SentPackets } from './sent-packets.js';

export const Received = {
  ok: 0,
  /** Its number was seen, is too old, or does not exist. */
  replayed: 1,
  unauthentic: 2,
  /** Authentic, but against the protocol: the session must end. */
  malformed: 3,
} as const;
export type Received = (typeof Received)[keyof typeof Received];

export class Connection {
  connectionId = 0;
  lastReceivedMs = 0;
  /** When this side last sent something that asks for an acknowledgement. */
  lastAskedMs = 0;
  bytesReceived = 0;
  bytesSent = 0;
  packetsReceived = 0;
  readonly roundTrip = new RoundTrip();
  readonly pacing = new Pacing();
  readonly sentPackets: SentPackets;
  readonly incoming: IncomingFrames;
  readonly outgoing: OutgoingMessages;
  private readonly replays: ReplayWindows;
  private readonly received: ReceivedPackets;
  private readonly place: number;
  private readonly sending: SendingKey;
  private readonly receiving: ReceivingKeys;
  private nowMs = 0;
  /** Number of the packet being built. */
  private building = 0;

  constructor(
    readonly slot: number,
    private readonly owner: ConnectionOwner,
    private readonly crypto: CryptoSuite,
    private readonly memory: EndpointMemory,
    rekey: RekeyLimits = defaultRekeyLimits,
  ) {
    this.place = memory.takePlace();
    this.replays = memory.replays;
    this.received = memory.received;
    this.sending = new SendingKey(crypto, rekey);
    this.receiving = new ReceivingKeys(crypto);
    this.sentPackets = new SentPackets(this, this.roundTrip);
    this.incoming = new IncomingFrames(slot, owner, memory);
    this.outgoing = new OutgoingMessages(memory);
  }

  get isOpen(): boolean {
    return this.incoming.isOpen;
  }

  open(connectionId: number, keys: SessionKeys, nowMs: number): void {
    this.close();
    this.connectionId = connectionId;
    this.sending.open(keys.send, nowMs);
    this.receiving.open(keys.receive);
    this.incoming.isOpen = true;
    this.pacing.reset(nowMs);
    this.nowMs = nowMs;
    this.lastReceivedMs = nowMs;
    this.lastAskedMs = nowMs;
  }

  /** Forgets keys and what is queued; statistics stay readable until the next `open` or `close`. */
  forget(): void {
    this.sending.forget();
    this.receiving.forget();
    this.incoming.reset();
    this.outgoing.clear();
  }

  /** Forgets everything and gives all queued memory back. */
  close(): void {
    this.sending.forget();
    this.receiving.forget();
    this.incoming.reset();
    this.outgoing.reset();
    this.roundTrip.reset();
    this.replays.reset(this.place);
    this.received.reset(this.place);
    this.sentPackets.reset();
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

  /** The highest packet number taken, 0 before the first. */
  get highestReceived(): number {
    return this.replays.highest(this.place);
  }

  /** Opens a datagram in place, whose connection id was found to be this one's, and hands its messages to the owner. */
  receive(buffer: Uint8Array, at: number, length: number, nowMs: number): Received {
    const { replays, place } = this;
    const number = nearestNumber(readU16(buffer, at + packetNumberAt), replays.highest(place));
    if (!replays.isFresh(place, number)) return Received.replayed;
    const phase = buffer[at]! & keyPhaseBit;
    const key = this.receiving.find(phase, number);
    if (key === undefined) return Received.unauthentic;
    const textAt = at + headerBytes;
    const authentic = this.crypto.open(key, number, buffer, at, headerBytes, textAt, length - headerBytes);
    if (!authentic) return Received.unauthentic;
    replays.accept(place, number);
    if (this.receiving.accept(phase, number)) this.tellKeys();
    this.nowMs = nowMs;
    this.lastReceivedMs = nowMs;
    this.bytesReceived += length;
    this.packetsReceived++;
    if (this.sentPackets.acknowledge(buffer, textAt, nowMs)) this.pacing.judge(nowMs, this.roundTrip);
    return this.receiveFrames(buffer, textAt + acknowledgementBytes, at + length - tagBytes, number);
  }

  private receiveFrames(buffer: Uint8Array, at: number, end: number, number: number): Received {
    const { incoming, received, place, nowMs } = this;
    if (!incoming.read(buffer, at, end, nowMs)) return Received.malformed;
    if (!incoming.isOpen) return Received.ok;
    if (incoming.tookAll) received.record(place, number, nowMs);
    if (end > at) received.owe(place, nowMs, incoming.hadReliable);
    return Received.ok;
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilAck(nowMs: number): number {
    return this.received.msUntilDue(this.place, nowMs);
  }

  // — sending —

  /** Whether the numbers are used up: the session must end before a nonce could repeat. */
  get isSpent(): boolean {
    return this.sentPackets.highest >= packetNumberEnd - 1 || this.highestReceived >= packetNumberEnd - 1;
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
    this.received.write(this.place, out, writer.acknowledgementAt, nowMs);
    this.outgoing.writePending(reserve, this.building, this.sentPackets);
  }

  /** Bytes left in the packet for one more message's body on an unreliable channel. */
  get messageRoom(): number {
    return this.memory.writer.messageRoom;
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
    this.outgoing.reliable.acked(sequence, this.nowMs);
  }

  onFrameLost(sequence: number, packetNumber: number): void {
    this.outgoing.reliable.lost(sequence, packetNumber);
  }
}
