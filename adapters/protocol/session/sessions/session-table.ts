// The sessions of one server endpoint by row: columns for what is scanned or compared often, one reused Connection and
// meter per row, made when the row is first used. A connection id is: row (16 bits), generation (8), gateway (8).

import type { Compressor } from '#ports/network/compressor.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { addressBytes } from '#ports/network/datagram-socket.js';
import type { SessionRoom } from '#ports/threads/session-room.js';
import { Connection } from '../connection/connection.js';
import type { ConnectionOwner } from '../connection/connection-owner.js';
import type { ConnectToken } from '../tokens/connect-token.js';
import type { DeliveryCounters } from '../delivery/delivery-counters.js';
import { EndpointMemory } from '../delivery/endpoint-memory.js';
import { HostCounts } from './host-counts.js';
import type { RekeyLimits } from '../crypto/key-phases.js';
import { type MessageLimits, MessageMeters } from './message-limits.js';
import { datagramBytesMax } from '../bytes/packet-layout.js';
import { PacketReceiver } from '../connection/packet-receiver.js';
import { serverLazyMs } from '../delivery/received-packets.js';

/** Beyond this many accepted, unconfirmed sessions a host's Connects are dropped; repeating them works. */
const halfOpenPerHostMax = 256;

export const SessionState = {
  free: 0,
  /** Accept was sent; nothing sealed arrived yet. */
  accepted: 1,
  established: 2,
  /** Ended; the row still tells the other side, or swallows what is under way. */
  closing: 3,
} as const;

/** What made a session: kept so that a repeated Connect gets the same answer and no second session. */
export interface Admission {
  readonly connectDigest: string;
  readonly token: ConnectToken;
  /** The whole Accept datagram. */
  readonly accept: Uint8Array;
  /** Where it came from, as `hostOf` says. */
  readonly host: string;
}

export interface SessionTableOptions {
  /** 1 … 65,535. */
  readonly sessionsMax: number;
  /** 0 … 255. */
  readonly gatewayIndex: number;
  /** 128-byte blocks for waiting messages, shared by all sessions: half for those to send, half for those received. */
  readonly blocksMax: number;
  /** Longest reliable message a client may send. */
  readonly receivedMessageBytesMax: number;
  readonly compressor?: Compressor | undefined;
  /** Of what all sessions send. */
  readonly counters?: DeliveryCounters;
  /** Shared with other endpoints of the same server. */
  readonly sessionRoom?: SessionRoom | undefined;
}

export class SessionTable {
  readonly state: Uint8Array;
  /** When the row wants attention next, in wrapping milliseconds. */
  readonly dueMs: Int32Array;
  readonly openedMs: Int32Array;
  readonly closingLeft: Uint8Array;
  readonly closeReason: Uint8Array;
  readonly closeDetail: (string | undefined)[] = [];
  readonly addresses: Uint8Array;
  /** Sessions in state `accepted`, by host. */
  readonly halfOpen = new HostCounts(halfOpenPerHostMax);
  readonly admissions: (Admission | undefined)[] = [];
  /** Rows at and above this were never used. */
  sessionRowsEnd = 0;
  used = 0;
  private readonly generation: Uint8Array;
  private readonly connections: Connection[] = [];
  readonly meters: MessageMeters;
  /** Opens packets; a session's row is its connection's row too. */
  readonly packets: PacketReceiver;
  private readonly freeList: Uint16Array;
  private freeCount = 0;
  private readonly rowByDigest = new Map<string, number>();
  private readonly memory: EndpointMemory;
  private owner: ConnectionOwner | undefined;

  constructor(
    readonly options: SessionTableOptions,
    private readonly crypto: CryptoSuite,
    limits: MessageLimits,
    private readonly rekey?: RekeyLimits,
  ) {
    const { sessionsMax, gatewayIndex } = options;
    if (!(sessionsMax >= 1 && sessionsMax <= 0xffff)) throw new RangeError(`sessionsMax ${sessionsMax}`);
    if (!(gatewayIndex >= 0 && gatewayIndex <= 0xff)) throw new RangeError(`gatewayIndex ${gatewayIndex}`);
    if (!(options.receivedMessageBytesMax >= datagramBytesMax)) {
      throw new RangeError(
        `receivedMessageBytesMax ${options.receivedMessageBytesMax}: a packet's message must fit`,
      );
    }
    this.state = new Uint8Array(sessionsMax);
    this.dueMs = new Int32Array(sessionsMax);
    this.openedMs = new Int32Array(sessionsMax);
    this.closingLeft = new Uint8Array(sessionsMax);
    this.closeReason = new Uint8Array(sessionsMax);
    this.addresses = new Uint8Array(sessionsMax * addressBytes);
    this.generation = new Uint8Array(sessionsMax);
    this.freeList = new Uint16Array(sessionsMax);
    const half = Math.ceil(options.blocksMax / 2);
    this.meters = new MessageMeters(limits, sessionsMax);
    this.memory = new EndpointMemory({
      connectionsMax: sessionsMax,
      outgoingBlocks: half,
      incomingBlocks: half,
      messageBytesMax: options.receivedMessageBytesMax,
      compressor: options.compressor,
      lazyMs: serverLazyMs,
      ...(options.counters && { counters: options.counters }),
    });
    this.packets = new PacketReceiver(this.memory, crypto);
  }

  /** Who hears of what arrives in sessions. Once, before the first session. */
  attach(owner: ConnectionOwner): void {
    this.owner = owner;
  }

  get blocksUsed(): number {
    return this.memory.outgoing.blocksUsed + this.memory.incoming.blocksUsed;
  }

  connection(sessionRow: number): Connection {
    return this.connections[sessionRow]!;
  }

  /** The highest packet number taken from the client, 0 before the first. */
  highestReceived(sessionRow: number): number {
    return this.memory.replays.highest(sessionRow);
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilAck(sessionRow: number, nowMs: number): number {
    return this.memory.received.msUntilDue(sessionRow, nowMs);
  }

  /** The row that this connection id names, or -1. */
  rowOf(connectionId: number): number {
    const sessionRow = connectionId & 0xffff;
    if (sessionRow >= this.sessionRowsEnd || this.state[sessionRow] === SessionState.free) return -1;
    return this.connectionIdOf(sessionRow) === connectionId ? sessionRow : -1;
  }

  gatewayOf(connectionId: number): number {
    return connectionId >>> 24;
  }

  connectionIdOf(sessionRow: number): number {
    return ((this.options.gatewayIndex << 24) | (this.generation[sessionRow]! << 16) | sessionRow) >>> 0;
  }

  rowOfDigest(connectDigest: string): number {
    return this.rowByDigest.get(connectDigest) ?? -1;
  }

  get freeRows(): number {
    const own = this.options.sessionsMax - this.used;
    const { sessionRoom } = this.options;
    return sessionRoom === undefined ? own : Math.min(own, sessionRoom.free);
  }

  /** A row for a new session, in state `accepted` once `admit` is called, or -1 when all are taken. */
  acquire(): number {
    if (this.used >= this.options.sessionsMax || this.options.sessionRoom?.take() === false) return -1;
    let sessionRow = -1;
    if (this.freeCount > 0) sessionRow = this.freeList[--this.freeCount]!;
    else if (this.sessionRowsEnd < this.options.sessionsMax) sessionRow = this.sessionRowsEnd++;
    if (sessionRow < 0) return -1;
    this.used++;
    if (this.connections[sessionRow] === undefined) {
      const { owner, crypto, memory, rekey, packets } = this;
      this.connections.push(new Connection(sessionRow, owner!, crypto, memory, rekey, packets));
    }
    return sessionRow;
  }

  /** The session in state `accepted` is about to leave it: it no longer counts against its host. */
  leaveAccepted(sessionRow: number): void {
    if (this.state[sessionRow] === SessionState.accepted)
      this.halfOpen.remove(this.admissions[sessionRow]!.host);
  }

  admit(
    sessionRow: number,
    admission: Admission,
    address: Uint8Array,
    addressAt: number,
    nowMs: number,
  ): void {
    this.state[sessionRow] = SessionState.accepted;
    this.openedMs[sessionRow] = nowMs;
    this.meters.reset(sessionRow, nowMs);
    this.setAddress(sessionRow, address, addressAt);
    this.admissions[sessionRow] = admission;
    this.halfOpen.add(admission.host);
    this.rowByDigest.set(admission.connectDigest, sessionRow);
  }

  release(sessionRow: number): void {
    this.leaveAccepted(sessionRow);
    const admission = this.admissions[sessionRow];
    if (admission !== undefined) this.rowByDigest.delete(admission.connectDigest);
    this.admissions[sessionRow] = undefined;
    this.closeDetail[sessionRow] = undefined;
    this.connections[sessionRow]!.close();
    this.state[sessionRow] = SessionState.free;
    // The next session here has another id: packets still under way belong to none.
    this.generation[sessionRow] = this.generation[sessionRow]! + 1;
    this.freeList[this.freeCount++] = sessionRow;
    this.options.sessionRoom?.release();
    this.used--;
  }

  setAddress(sessionRow: number, address: Uint8Array, addressAt: number): void {
    const base = sessionRow * addressBytes;
    for (let index = 0; index < addressBytes; index++) {
      this.addresses[base + index] = address[addressAt + index]!;
    }
  }

  hasAddress(sessionRow: number, address: Uint8Array, addressAt: number): boolean {
    const base = sessionRow * addressBytes;
    for (let index = 0; index < addressBytes; index++) {
      if (this.addresses[base + index] !== address[addressAt + index]) return false;
    }
    return true;
  }

  /** The row wants attention in `ms`, or earlier if it already did. */
  wake(sessionRow: number, ms: number, nowMs: number): void {
    const due = (nowMs + ms) | 0;
    if (((due - this.dueMs[sessionRow]!) | 0) < 0) this.dueMs[sessionRow] = due;
  }
}
