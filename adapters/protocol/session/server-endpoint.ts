// All sessions behind one server socket: takes datagrams, hands on messages, keeps time-outs, sends what is due.
// Never throws for what comes from the network; every drop is counted in `counters`. Driven by its owner:
//   loop: endpoint.receive(waitMs) → own work (send, beginPacket … finishPacket) → endpoint.update() → endpoint.flush()

import type { AeadKey } from '#ports/crypto-suite.js';
import type { DatagramReceiver, DatagramSocket } from '#ports/datagram-socket.js';
import { DisconnectReason } from '../generated/handshake.js';
import { packets } from '../generated/packets.js';
import { type Connection, Queued, Received } from './connection.js';
import type { ConnectionOwner } from './connection-owner.js';
import { readU32 } from './little-endian.js';
import { MessageLimits, Verdict } from './message-limits.js';
import {
  type Channel,
  connectionIdAt,
  handshakeIdEnd,
  keyPhaseBit,
  sealedBytesMin,
  sealedType,
} from './packet-layout.js';
import { PathValidation } from './path-validation.js';
import { SealedSender } from './sealed-sender.js';
import { ServerHandshake } from './server-handshake.js';
import type { ServerEndpointOptions } from './server-options.js';
import { SessionCounters } from './session-counters.js';
import { Handled, SessionMessages } from './session-messages.js';
import { SessionState, SessionTable } from './session-table.js';
import { disconnectSends, lingerMs, SessionTimers } from './session-timers.js';

/** Queued messages wait this long for company before a packet of their own carries them. */
const gatherMs = 2;

export class ServerEndpoint implements DatagramReceiver, ConnectionOwner {
  readonly counters = new SessionCounters();
  private readonly socket: DatagramSocket;
  private readonly table: SessionTable;
  private readonly handshake: ServerHandshake;
  private readonly sender: SealedSender;
  private readonly timers: SessionTimers;
  private readonly paths: PathValidation;
  private readonly messages: SessionMessages;
  private nowMs: number;
  private clockIsStale = false;

  constructor(private readonly options: ServerEndpointOptions) {
    this.socket = options.socket;
    const timeoutMs = options.timeoutMs ?? 10_000;
    if (!(timeoutMs >= 1000 && timeoutMs <= 60_000)) throw new RangeError(`timeoutMs ${timeoutMs}`);
    this.nowMs = this.readClock();
    this.table = new SessionTable(
      {
        sessionsMax: options.sessionsMax,
        gatewayIndex: options.gatewayIndex,
        blocksMax: options.blocksMax ?? 131_072,
        receivedMessageBytesMax: options.receivedMessageBytesMax ?? 4096,
        places: options.places,
        compressor: options.compressor,
      },
      this,
      options.crypto,
      new MessageLimits(packets),
      options.rekey,
    );
    const times = { timeoutMs, nowMs: this.nowMs };
    this.handshake = new ServerHandshake(options, this.table, this.counters, times, (slot, reason) =>
      this.disconnect(slot, reason),
    );
    this.sender = new SealedSender(this.socket, this.table, this.counters);
    this.paths = new PathValidation(this.table, this.sender, options.random, this.counters);
    this.messages = new SessionMessages(this.paths, this.handshake.resumes, this.handshake.budget);
    this.timers = new SessionTimers(
      this.table,
      this.sender,
      this.counters,
      this.paths,
      timeoutMs,
      (slot, reason, detail) => this.disconnect(slot, reason, detail),
    );
  }

  /** Sessions that hold a slot, also those not confirmed yet or ending. */
  get sessionsUsed(): number {
    return this.table.used;
  }

  /** Blocks of memory that hold queued and unfinished messages of all sessions. */
  get blocksUsed(): number {
    return this.table.blocksUsed;
  }

  /** Slots at and above this are free: the bound for loops over sessions. */
  get slotsEnd(): number {
    return this.table.slotsEnd;
  }

  /** Clients that wait for a place. */
  get queueLength(): number {
    return this.handshake.connects.queue.length;
  }

  isEstablished(slot: number): boolean {
    return this.table.state[slot] === SessionState.established;
  }

  /** Round trip, loss and traffic of a session; belongs to the endpoint. */
  connection(slot: number): Connection {
    return this.table.connection(slot);
  }

  /** From now on nobody new is let in. */
  refuseNewcomers(): void {
    this.handshake.connects.shuttingDown = true;
  }

  // — receiving —

  /** Hands over what the socket has, waiting up to `waitMs` for the first if it can block. Returns how many datagrams. */
  receive(waitMs: number): number {
    // The clock is read when the first datagram is there, once a batch: reading it makes a number object.
    this.clockIsStale = true;
    const count = this.socket.receive(this, waitMs);
    if (this.clockIsStale) this.nowMs = this.readClock();
    this.clockIsStale = false;
    return count;
  }

  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    if (this.clockIsStale) {
      this.nowMs = this.readClock();
      this.clockIsStale = false;
    }
    const type = length > 0 ? buffer[at]! : 0;
    if ((type & ~keyPhaseBit) === sealedType) this.onSealed(buffer, at, length, address, addressAt);
    else if (type > 0 && type < handshakeIdEnd) {
      this.handshake.onDatagram(buffer, at, length, address, addressAt, this.nowMs);
    } else this.counters.droppedUnknownType++;
  }

  private onSealed(
    buffer: Uint8Array,
    at: number,
    length: number,
    address: Uint8Array,
    addressAt: number,
  ): void {
    const { counters, table } = this;
    if (length < sealedBytesMin) {
      counters.droppedTooShort++;
      return;
    }
    const connectionId = readU32(buffer, at + connectionIdAt);
    const slot = table.slotOf(connectionId);
    if (slot < 0) {
      if (table.gatewayOf(connectionId) !== this.options.gatewayIndex) counters.droppedWrongGateway++;
      else counters.droppedUnknownConnection++;
      return;
    }
    if (table.state[slot] === SessionState.closing) {
      counters.droppedClosing++;
      return;
    }
    this.receiveSealed(slot, buffer, at, length, address, addressAt);
  }

  private receiveSealed(
    slot: number,
    buffer: Uint8Array,
    at: number,
    length: number,
    address: Uint8Array,
    addressAt: number,
  ): void {
    const { counters, table, nowMs } = this;
    const connection = table.connection(slot);
    const highest = connection.replay.highest;
    switch (connection.receive(buffer, at, length, nowMs)) {
      case Received.replayed:
        counters.droppedReplayed++;
        return;
      case Received.unauthentic:
        counters.droppedUnauthentic++;
        return;
      case Received.malformed:
        this.disconnect(slot, DisconnectReason.protocolViolation, 'malformed packet');
        return;
      case Received.ok:
        break;
    }
    counters.packetsAccepted++;
    counters.bytesAccepted += length;
    if (table.state[slot] === SessionState.accepted) this.establish(slot);
    if (!connection.isOpen || table.state[slot] !== SessionState.established) return;
    this.paths.settle(slot, address, addressAt);
    if (connection.replay.highest > highest && !table.hasAddress(slot, address, addressAt)) {
      // The newest authentic packet came from elsewhere: perhaps the client's address changed on the way.
      this.paths.onOtherAddress(slot, address, addressAt, nowMs);
    }
    const reminderMs = this.paths.msUntilReminder(slot, nowMs);
    if (reminderMs >= 0) table.wake(slot, reminderMs, nowMs);
    const ackMs = connection.msUntilAck(nowMs);
    if (ackMs >= 0) table.wake(slot, ackMs, nowMs);
    if (connection.hasPending) table.wake(slot, gatherMs, nowMs);
    const verdict = table.meter(slot).onPacket(nowMs);
    if (verdict === Verdict.flood)
      this.disconnect(slot, DisconnectReason.protocolViolation, 'too many packets');
  }

  private establish(slot: number): void {
    const { table } = this;
    const { token } = table.admissions[slot]!;
    table.leaveAccepted(slot);
    table.state[slot] = SessionState.established;
    table.dueMs[slot] = this.nowMs;
    this.paths.reset(slot);
    this.counters.sessionsOpened++;
    this.options.listener.onSessionOpened(slot, token.accountId, token.name, token.guest);
    // The newer session was told first: whoever keeps characters moves this one's over to it.
    if (table.state[slot] === SessionState.established) this.handshake.resumes.onOpened(slot, token);
  }

  // — ConnectionOwner —

  onConnectionMessage(slot: number, channel: Channel, buffer: Uint8Array, at: number, length: number): void {
    const { table, counters, nowMs } = this;
    // Only who holds the session's keys gets here, so the first message confirms the session as the first packet does.
    if (table.state[slot] === SessionState.accepted) this.establish(slot);
    if (table.state[slot] !== SessionState.established) return;
    const id = buffer[at]!;
    switch (table.meter(slot).onMessage(id, channel, length, nowMs)) {
      case Verdict.allowed:
        break;
      case Verdict.excess:
        counters.messagesExcess++;
        return;
      case Verdict.flood:
        counters.messagesExcess++;
        this.disconnect(slot, DisconnectReason.protocolViolation, 'too many messages');
        return;
      case Verdict.violation:
        this.disconnect(slot, DisconnectReason.protocolViolation, `message 0x${id.toString(16)}`);
        return;
    }
    switch (this.messages.handle(slot, buffer, at, at + length, nowMs)) {
      case Handled.no:
        this.options.listener.onMessage(slot, channel, buffer, at, length);
        return;
      case Handled.malformed:
        this.violation(slot, `message 0x${id.toString(16)}`);
        return;
      case Handled.left:
        this.end(slot, DisconnectReason.left, 0, '');
        return;
      case Handled.reply:
        this.send(slot, true, this.messages.replyBytes, 0, this.messages.replyLength);
        return;
      case Handled.done:
        return;
    }
  }

  onConnectionPacketAcked(slot: number, packetNumber: number): void {
    this.options.listener.onPacketAcked(slot, packetNumber);
  }

  onConnectionPacketLost(slot: number, packetNumber: number): void {
    this.counters.packetsLost++;
    this.options.listener.onPacketLost(slot, packetNumber);
  }

  onConnectionPacketFound(_slot: number): void {
    this.counters.packetsFound++;
  }

  onConnectionRekeyed(slot: number, send: AeadKey, receive: AeadKey): void {
    this.counters.rekeys++;
    this.options.keyLog?.(this.table.connectionIdOf(slot), receive, send);
  }

  // — ending —

  /** Ends a session: tells the client three times. Does nothing when the session is not open. `detail` is at most 64 bytes. */
  disconnect(slot: number, reason: DisconnectReason, detail = ''): void {
    this.end(slot, reason, disconnectSends, detail);
  }

  /** A message did not decode. */
  violation(slot: number, detail: string): void {
    this.disconnect(slot, DisconnectReason.protocolViolation, detail);
  }

  disconnectAll(reason: DisconnectReason, detail = ''): void {
    for (let slot = 0; slot < this.table.slotsEnd; slot++) this.disconnect(slot, reason, detail);
  }

  private end(slot: number, reason: DisconnectReason, sends: number, detail: string): void {
    const { table, counters } = this;
    const before = table.state[slot];
    if (before === SessionState.free || before === SessionState.closing) return;
    table.leaveAccepted(slot);
    table.state[slot] = SessionState.closing;
    table.closeReason[slot] = reason;
    table.closeDetail[slot] = detail;
    table.closingLeft[slot] = sends;
    table.dueMs[slot] = sends > 0 ? this.nowMs : (this.nowMs + lingerMs) | 0;
    if (before !== SessionState.established) return;
    this.handshake.resumes.onClosed(slot, reason);
    const connection = table.connection(slot);
    counters.retransmits += connection.reliableOut.retransmits;
    counters.unreliableDropped += connection.unreliableOut.dropped;
    counters.sessionsClosed++;
    if (reason === DisconnectReason.left) counters.closedLeft++;
    else if (reason === DisconnectReason.timeout) counters.closedTimeout++;
    else if (reason === DisconnectReason.protocolViolation) counters.closedViolation++;
    else if (reason === DisconnectReason.overloaded) counters.closedOverloaded++;
    this.options.listener.onSessionClosed(slot, reason);
  }

  // — sending —

  /**
   * Queues a message on the reliable channel, or with `reliable` false on the unreliable one. False when the session is
   * not open or the message is too long; a reliable queue at its cap ends the session as overloaded.
   */
  send(slot: number, reliable: boolean, data: Uint8Array, at: number, length: number): boolean {
    if (this.table.state[slot] !== SessionState.established) return false;
    return this.queued(slot, this.table.connection(slot).enqueue(reliable, data, at, length, this.nowMs));
  }

  /** As `send` on the reliable channel, for a message that need not wait for those before it; at most 1024 bytes. */
  sendUnordered(slot: number, data: Uint8Array, at: number, length: number): boolean {
    if (this.table.state[slot] !== SessionState.established) return false;
    return this.queued(slot, this.table.connection(slot).enqueueUnordered(data, at, length, this.nowMs));
  }

  private queued(slot: number, queued: Queued): boolean {
    if (queued === Queued.full) this.disconnect(slot, DisconnectReason.overloaded, 'send queue full');
    if (queued !== Queued.ok) return false;
    this.table.wake(slot, gatherMs, this.nowMs);
    return true;
  }

  /** The memory in which `beginPacket` builds. */
  get packetBytes(): Uint8Array {
    return this.sender.bytes;
  }

  /**
   * Starts a packet to an established session, with acknowledgements and queued messages that leave `reserveBytes` for
   * what `beginMessage` adds. False when nothing can be sent now. Every true must be followed by `finishPacket`.
   */
  beginPacket(slot: number, reserveBytes: number): boolean {
    if (this.table.state[slot] !== SessionState.established) return false;
    return this.sender.begin(slot, reserveBytes, this.nowMs);
  }

  /** Bytes that one more message may have in the packet being built. */
  get messageRoom(): number {
    return this.sender.messageRoom;
  }

  /** Where in `packetBytes` to encode a message of at most `bytesMax`, or -1. Follow with `endMessage`. */
  beginMessage(channel: Channel, bytesMax: number): number {
    return this.sender.beginMessage(channel, bytesMax);
  }

  /** `end` is what the encoder returned; a fault or an empty message takes the message back. */
  endMessage(end: number): void {
    this.sender.endMessage(end);
  }

  /** Seals and sends the packet; returns its number, by which its fate is told. */
  finishPacket(): number {
    return this.sender.finish();
  }

  /** Sends what is due, repeats what was lost, ends who is silent. Cheap when nothing is due: call it every loop. */
  update(): void {
    this.nowMs = this.readClock();
    this.timers.run(this.nowMs);
  }

  /** Hands everything committed to the system. */
  flush(): void {
    this.socket.flush();
  }

  /** Whole milliseconds that wrap at 32 bits: small integers, which cost no memory. */
  private readClock(): number {
    return Math.floor(this.options.clock.nowMs()) | 0;
  }
}
