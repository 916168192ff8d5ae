// All sessions behind one server socket: takes datagrams, hands on messages, keeps time-outs, sends what is due.
// Never throws for what comes from the network; every drop is counted in `counters`. Driven by its owner:
//   loop: endpoint.receive(waitMs) → own work (send, beginPacket … finishPacket) → endpoint.update() → endpoint.flush()

import { Admits } from '#ports/threads/gateway-orders.js';
import type { DatagramReceiver, DatagramSocket } from '#ports/network/datagram-socket.js';
import { DisconnectReason } from '../generated/handshake.js';
import { clientBytesMax, packets } from '../generated/packets.js';
import type { Connection } from './connection/connection.js';
import { EndpointClock } from './sessions/endpoint-clock.js';
import { MessageLimits } from './sessions/message-limits.js';
import {
  type Channel,
  datagramBytesMax,
  handshakeIdEnd,
  keyPhaseBit,
  sealedType,
} from './bytes/packet-layout.js';
import { PathValidation } from './sessions/path-validation.js';
import { SealedReceiver } from './sessions/sealed-receiver.js';
import { SealedSender } from './sessions/sealed-sender.js';
import { ServerHandshake } from './door/server-handshake.js';
import type { ServerEndpointOptions } from './sessions/server-options.js';
import { SessionCounters } from './sessions/session-counters.js';
import { SessionLifecycle } from './sessions/session-lifecycle.js';
import { SessionMessages } from './sessions/session-messages.js';
import { SessionOutbox } from './sessions/session-outbox.js';
import { SessionState, SessionTable } from './sessions/session-table.js';
import { SessionTimers } from './sessions/session-timers.js';
import { SisterGateways } from './sessions/sister-gateways.js';

/** Some milliseconds' work. */
const exchangesAtOnce = 16;

export class ServerEndpoint implements DatagramReceiver {
  readonly counters = new SessionCounters();
  private readonly socket: DatagramSocket;
  private readonly clock: EndpointClock;
  private readonly table: SessionTable;
  private readonly lifecycle: SessionLifecycle;
  private readonly handshake: ServerHandshake;
  private readonly receiver: SealedReceiver;
  private readonly outbox: SessionOutbox;
  private readonly sender: SealedSender;
  private readonly timers: SessionTimers;
  private readonly sisters: SisterGateways | undefined;

  constructor(options: ServerEndpointOptions) {
    const { counters } = this;
    const { socket, listener, keyLog } = options;
    const timeoutMs = options.timeoutMs ?? 10_000;
    if (!(timeoutMs >= 1000 && timeoutMs <= 60_000)) throw new RangeError(`timeoutMs ${timeoutMs}`);
    const clock = new EndpointClock(options.clock);
    const table = tableFor(options, counters);
    const lifecycle = new SessionLifecycle(table, counters, listener, clock);
    const times = { timeoutMs, nowMs: clock.nowMs };
    const handshake = new ServerHandshake(options, table, counters, times, (sessionRow, reason) =>
      lifecycle.disconnect(sessionRow, reason),
    );
    const sender = new SealedSender(socket, table, counters);
    const paths = new PathValidation(table, sender, options.random, counters);
    lifecycle.attach(paths, handshake.resumes);
    const messages = new SessionMessages(paths, handshake.resumes, handshake.budget);
    const outbox = new SessionOutbox(table, lifecycle, clock);
    const parts = { table, counters, clock, lifecycle, paths, messages, outbox, listener, keyLog };
    const receiver = new SealedReceiver(parts);
    table.attach(receiver);
    this.socket = socket;
    this.clock = clock;
    this.table = table;
    this.lifecycle = lifecycle;
    this.handshake = handshake;
    this.receiver = receiver;
    this.outbox = outbox;
    this.sender = sender;
    this.timers = new SessionTimers(table, sender, counters, paths, timeoutMs, lifecycle);
    const { relay, gatewayIndex } = options;
    if (relay !== undefined) {
      this.sisters = new SisterGateways(relay, gatewayIndex, counters, this, handshake.resumes);
    }
  }

  /** Whether other gateways share its port, and may give something over at any time. */
  get hasSisters(): boolean {
    return this.sisters !== undefined;
  }

  /** Sessions that hold a row, also those not confirmed yet or ending. */
  get sessionsUsed(): number {
    return this.table.used;
  }

  /** Blocks of memory that hold queued and unfinished messages of all sessions. */
  get blocksUsed(): number {
    return this.table.blocksUsed;
  }

  /** Rows at and above this are free: the bound for loops over sessions. */
  get sessionRowsEnd(): number {
    return this.table.sessionRowsEnd;
  }

  /** Clients that wait for a place. */
  get queueLength(): number {
    return this.handshake.connects.queue.length;
  }

  /** Whether newcomers wait for a key exchange that `receive` would do now. */
  get hasExchanges(): boolean {
    return this.handshake.connects.isReady(this.clock.nowMs);
  }

  isEstablished(sessionRow: number): boolean {
    return this.table.state[sessionRow] === SessionState.established;
  }

  /** Round trip, loss and traffic of a session; belongs to the endpoint. */
  connection(sessionRow: number): Connection {
    return this.table.connection(sessionRow);
  }

  /** Who is let in from now on; sessions that stand are not touched. */
  admit(who: Admits): void {
    this.handshake.connects.admits = who;
  }

  /** From now on nobody new is let in. */
  refuseNewcomers(): void {
    this.admit(Admits.nobody);
  }

  // — receiving —

  /**
   * Takes what the socket and the other gateways have, waiting up to `waitMs` for the first if it can block, then does up to `exchangesMax` of
   * the key exchanges that wait. Returns how many datagrams.
   */
  receive(waitMs: number, exchangesMax = exchangesAtOnce): number {
    const { connects } = this.handshake;
    const { sisters } = this;
    this.clock.expire();
    const isBusy = this.hasExchanges || sisters?.isWaiting === true;
    let count = this.socket.receive(this, isBusy ? 0 : waitMs);
    if (sisters !== undefined) count += sisters.receive();
    this.clock.freshen();
    connects.exchangeSome(exchangesMax, this.clock.nowMs);
    return count;
  }

  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    if (this.sisters?.handsOver(buffer, at, length, address, addressAt) === true) return;
    this.take(buffer, at, length, address, addressAt);
  }

  /** As `onDatagram`, for what is this gateway's. */
  take(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    this.clock.freshen();
    if (length > datagramBytesMax) {
      this.counters.droppedTooLong++;
      return;
    }
    const type = length > 0 ? buffer[at]! : 0;
    if ((type & ~keyPhaseBit) === sealedType)
      this.receiver.onDatagram(buffer, at, length, address, addressAt);
    else if (type > 0 && type < handshakeIdEnd) {
      this.handshake.onDatagram(buffer, at, length, address, addressAt, this.clock.nowMs);
    } else this.counters.droppedUnknownType++;
  }

  // — ending —

  /** Ends a session: tells the client three times. Does nothing when the session is not open. `detail` is at most 64 bytes. */
  disconnect(sessionRow: number, reason: DisconnectReason, detail = ''): void {
    this.lifecycle.disconnect(sessionRow, reason, detail);
  }

  /** A message did not decode. */
  violation(sessionRow: number, detail: string): void {
    this.lifecycle.disconnect(sessionRow, DisconnectReason.protocolViolation, detail);
  }

  disconnectAll(reason: DisconnectReason, detail = ''): void {
    this.lifecycle.disconnectAll(reason, detail);
  }

  // — sending —

  /**
   * Queues a message on the reliable channel, or with `reliable` false on the unreliable one. False when the session is
   * not open or the message is too long; a reliable queue at its cap ends the session as overloaded.
   */
  send(sessionRow: number, reliable: boolean, data: Uint8Array, at: number, length: number): boolean {
    return this.outbox.send(sessionRow, reliable, data, at, length);
  }

  /** The memory in which `beginPacket` builds. */
  get packetBytes(): Uint8Array {
    return this.sender.bytes;
  }

  /**
   * Starts a packet to an established session, with acknowledgements and queued messages that leave `reserveBytes` for
   * what `beginMessage` adds. False when nothing can be sent now. Every true must be followed by `finishPacket`.
   */
  beginPacket(sessionRow: number, reserveBytes: number): boolean {
    if (this.table.state[sessionRow] !== SessionState.established) return false;
    return this.sender.begin(sessionRow, reserveBytes, this.clock.nowMs);
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
    const { sessionRow } = this.sender;
    const packetNumber = this.sender.finish();
    this.timers.sent(sessionRow, this.clock.nowMs);
    return packetNumber;
  }

  /** Sends what is due, repeats what was lost, ends who is silent. Cheap when nothing is due: call it every loop. */
  update(): void {
    this.clock.advance();
    const { nowMs } = this.clock;
    this.handshake.connects.queue.recount(nowMs);
    this.timers.run(nowMs);
  }

  /** Hands everything committed to the system. */
  flush(): void {
    this.socket.flush();
  }
}

function tableFor(options: ServerEndpointOptions, counters: SessionCounters): SessionTable {
  return new SessionTable(
    {
      sessionsMax: options.sessionsMax,
      gatewayIndex: options.gatewayIndex,
      blocksMax: options.blocksMax ?? 131_072,
      receivedMessageBytesMax: options.receivedMessageBytesMax ?? clientBytesMax,
      sessionRoom: options.sessionRoom,
      compressor: options.compressor,
      counters,
    },
    options.crypto,
    new MessageLimits(packets),
    options.rekey,
  );
}
