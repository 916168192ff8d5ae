// One established session, either side: keys, packet numbers, acknowledgements. Bytes go in by `receive` (PacketReceiver),
// out by `beginPacket` … `finishPacket` into a buffer that the caller provides; OutgoingMessages has what is to be sent.
// Knows no socket and no clock; times are milliseconds as 32-bit integers that may wrap. Objects are reused from session
// to session by `open` and `close`.

import { type AeadKey, aeadKeyWords } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { ConnectionOwner } from './connection-owner.js';
import {
  bytesReceivedAt,
  isOpenAt,
  lastReceivedMsAt,
  packetsReceivedAt,
  rekeyMsAt,
  rekeyNumberAt,
  rowWords,
  sendingKeyAt,
  sendingPhaseAt,
} from '../delivery/connection-rows.js';
import type { EndpointMemory } from '../delivery/endpoint-memory.js';
import { defaultRekeyLimits, ReceivingKeys, type RekeyLimits, SendingKey } from '../crypto/key-phases.js';
import type { SessionKeys } from '../crypto/noise-nk.js';
import { OutgoingMessages } from '../delivery/outgoing-messages.js';
import { acknowledgementBytes, headerBytes, packetNumberEnd, tagBytes } from '../bytes/packet-layout.js';
import { PacketReceiver, type Received } from './packet-receiver.js';
import { Pacing } from '../delivery/pacing.js';
import type { ConnectionOfRow } from '../delivery/connection-of-row.js';
import { ReliableReceiver } from '../delivery/reliable-receiver.js';
import { RoundTrip } from '../delivery/round-trip.js';
import { SentPackets } from '../delivery/sent-packets.js';

export class Connection implements ConnectionOfRow {
  /** Of the endpoint's memory. */
  readonly row: number;
  connectionId = 0;
  /** When this side last sent something that asks for an acknowledgement. */
  lastAskedMs = 0;
  bytesSent = 0;
  readonly roundTrip = new RoundTrip();
  readonly pacing: Pacing;
  readonly sentPackets: SentPackets;
  /** What arrives on the reliable channel. */
  readonly reliableIn: ReliableReceiver;
  readonly outgoing: OutgoingMessages;
  private readonly words: Int32Array;
  private readonly rowAt: number;
  private readonly sending: SendingKey;
  private readonly receiving: ReceivingKeys;
  private nowMs = 0;
  /** Number of the packet being built. */
  private building = 0;

  constructor(
    readonly sessionRow: number,
    private readonly owner: ConnectionOwner,
    private readonly crypto: CryptoSuite,
    private readonly memory: EndpointMemory,
    rekey: RekeyLimits = defaultRekeyLimits,
    /** Connections of one memory may share it. */
    private readonly packets = new PacketReceiver(memory, crypto),
  ) {
    this.row = memory.takeRow(this);
    this.words = memory.rows.words;
    this.rowAt = this.row * rowWords;
    this.sending = new SendingKey(crypto, rekey);
    this.receiving = new ReceivingKeys(crypto);
    this.sentPackets = new SentPackets(this, this.roundTrip, memory.rows, this.row);
    this.reliableIn = new ReliableReceiver(memory.incoming, memory.scratch.length);
    this.outgoing = new OutgoingMessages(memory, this.row);
    this.pacing = new Pacing(memory.rows, this.row);
    this.publishReceivingKey();
  }

  get isOpen(): boolean {
    return this.words[this.rowAt + isOpenAt] !== 0;
  }

  get lastReceivedMs(): number {
    return this.words[this.rowAt + lastReceivedMsAt]!;
  }

  get packetsReceived(): number {
    return this.words[this.rowAt + packetsReceivedAt]!;
  }

  get bytesReceived(): number {
    return this.memory.rows.doubles[(this.rowAt + bytesReceivedAt) >> 1]!;
  }

  open(connectionId: number, keys: SessionKeys, nowMs: number): void {
    this.close();
    this.connectionId = connectionId;
    this.sending.open(keys.send, nowMs);
    this.publishSendingKey();
    this.receiving.open(keys.receive);
    this.publishReceivingKey();
    this.words[this.rowAt + isOpenAt] = 1;
    this.pacing.reset(nowMs);
    this.nowMs = nowMs;
    this.words[this.rowAt + lastReceivedMsAt] = nowMs;
    this.lastAskedMs = nowMs;
  }

  /** Forgets keys and what is queued; statistics stay readable until the next `open` or `close`. */
  forget(): void {
    this.shut();
    this.outgoing.clear();
  }

  /** Forgets everything and gives all queued memory back. */
  close(): void {
    this.outgoing.reset();
    this.roundTrip.reset();
    this.sentPackets.reset();
    this.memory.rows.reset(this.row);
    this.shut();
    this.bytesSent = 0;
  }

  private shut(): void {
    this.sending.forget();
    this.words.fill(0, this.rowAt + sendingKeyAt, this.rowAt + sendingKeyAt + aeadKeyWords);
    this.receiving.forget();
    this.publishReceivingKey();
    this.reliableIn.reset();
    this.words[this.rowAt + isOpenAt] = 0;
  }

  /** The way to the other side is another one: what was measured of it means nothing any more. */
  forgetPath(): void {
    this.roundTrip.reset();
    this.pacing.reset(this.lastReceivedMs);
  }

  // — receiving —

  /** The highest packet number taken, 0 before the first. */
  get highestReceived(): number {
    return this.memory.replays.highest(this.row);
  }

  /** Opens a datagram in place, whose connection id was found to be this one's, and hands its messages to the owner. */
  receive(buffer: Uint8Array, at: number, length: number, nowMs: number): Received {
    return this.packets.receive(this.row, this.sessionRow, this.owner, buffer, at, length, nowMs);
  }

  /** PacketReceiver found the header's phase to be another one than the current key's. */
  findKey(phase: number, number: number): AeadKey | undefined {
    return this.receiving.find(phase, number);
  }

  /** A packet was authentic under the key found for it, and that may mean something for the keys. */
  acceptKey(phase: number, number: number): void {
    const isReplaced = this.receiving.accept(phase, number);
    this.publishReceivingKey();
    if (isReplaced) this.tellKeys();
  }

  private publishReceivingKey(): void {
    const { key, phase, settledFrom } = this.receiving;
    if (key === undefined) this.packets.forgetKey(this.row);
    else this.packets.setKey(this.row, key, phase, settledFrom);
  }

  /** The packet's acknowledgement tells something new. */
  acknowledge(buffer: Uint8Array, at: number, nowMs: number): void {
    this.nowMs = nowMs;
    if (this.sentPackets.acknowledge(buffer, at, nowMs)) this.pacing.judge(nowMs, this.roundTrip);
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilAck(nowMs: number): number {
    return this.memory.received.msUntilDue(this.row, nowMs);
  }

  // — sending —

  /** Whether the numbers are used up: the session must end before a nonce could repeat. */
  get isSpent(): boolean {
    return this.sentPackets.highest >= packetNumberEnd - 1 || this.highestReceived >= packetNumberEnd - 1;
  }

  /**
   * Starts a packet in `out` at `at`, where `datagramBytesMax` bytes are free, with the acknowledgement and as many
   * queued messages as leave `reserve` bytes for messages the caller adds. Must be followed by `finishPacket`. Throws when the
   * connection is not open: nothing may ever be sealed under a key of zeros.
   */
  beginPacket(out: Uint8Array, at: number, reserve: number, nowMs: number): void {
    if (!this.isOpen) throw new Error('a packet was begun on a connection without keys');
    const { writer } = this.memory;
    this.nowMs = nowMs;
    this.building = this.sentPackets.begin();
    if (this.isSendingKeyOld && this.sending.advance(this.building, this.sentPackets.highestAcked, nowMs)) {
      this.publishSendingKey();
      this.tellKeys();
    }
    const phase = this.words[this.rowAt + sendingPhaseAt]!;
    writer.begin(out, at, this.connectionId, this.building, phase);
    this.memory.received.write(this.row, out, writer.acknowledgementAt, nowMs);
    this.outgoing.writePending(reserve, this.building, this.sentPackets);
  }

  /** For the packet being built. */
  private get isSendingKeyOld(): boolean {
    const { words, rowAt } = this;
    return (
      this.building >= words[rowAt + rekeyNumberAt]! || ((this.nowMs - words[rowAt + rekeyMsAt]!) | 0) >= 0
    );
  }

  private publishSendingKey(): void {
    const { words, rowAt, sending } = this;
    words.set(sending.key!, rowAt + sendingKeyAt);
    words[rowAt + sendingPhaseAt] = sending.phase;
    words[rowAt + rekeyNumberAt] = sending.oldFromNumber;
    words[rowAt + rekeyMsAt] = sending.oldFromMs;
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
      this.words,
      this.rowAt + sendingKeyAt,
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
    this.owner.onConnectionRekeyed?.(this.sessionRow, this.sending.key!, this.receiving.key!);
  }

  // — SentPacketsOwner —

  onAcked(packetNumber: number): void {
    this.pacing.onAcked();
    this.owner.onConnectionPacketAcked(this.sessionRow, packetNumber);
  }

  onLost(packetNumber: number): void {
    this.pacing.onLost();
    this.owner.onConnectionPacketLost(this.sessionRow, packetNumber);
  }

  onFound(): void {
    this.pacing.onFound();
    this.pacing.onAcked();
    this.owner.onConnectionPacketFound(this.sessionRow);
  }

  onFrameAcked(sequence: number): void {
    this.outgoing.reliable.acked(sequence, this.nowMs);
  }

  onFrameLost(sequence: number, packetNumber: number): void {
    this.outgoing.lost(sequence, packetNumber);
  }
}
