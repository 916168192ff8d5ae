// The sessions of one server endpoint by slot: columns for what is scanned or compared often, one reused Connection and
// meter per slot, made when the slot is first used. A connection id is: slot (16 bits), generation (8), gateway (8).

import type { Compressor } from '#ports/network/compressor.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { addressBytes } from '#ports/network/datagram-socket.js';
import type { SessionPlaces } from '#ports/threads/session-places.js';
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
  /** Ended; the slot still tells the other side, or swallows what is under way. */
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
  readonly places?: SessionPlaces | undefined;
}

export class SessionTable {
  readonly state: Uint8Array;
  /** When the slot wants attention next, in wrapping milliseconds. */
  readonly dueMs: Int32Array;
  readonly openedMs: Int32Array;
  readonly closingLeft: Uint8Array;
  readonly closeReason: Uint8Array;
  readonly closeDetail: (string | undefined)[] = [];
  readonly addresses: Uint8Array;
  /** Sessions in state `accepted`, by host. */
  readonly halfOpen = new HostCounts(halfOpenPerHostMax);
  readonly admissions: (Admission | undefined)[] = [];
  /** Slots at and above this were never used. */
  slotsEnd = 0;
  used = 0;
  private readonly generation: Uint8Array;
  private readonly connections: Connection[] = [];
  readonly meters: MessageMeters;
  /** Opens packets; a session's slot is its connection's place too. */
  readonly packets: PacketReceiver;
  private readonly freeList: Uint16Array;
  private freeCount = 0;
  private readonly slotByDigest = new Map<string, number>();
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

  connection(slot: number): Connection {
    return this.connections[slot]!;
  }

  /** The highest packet number taken from the client, 0 before the first. */
  highestReceived(slot: number): number {
    return this.memory.replays.highest(slot);
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilAck(slot: number, nowMs: number): number {
    return this.memory.received.msUntilDue(slot, nowMs);
  }

  /** The slot that this connection id names, or -1. */
  slotOf(connectionId: number): number {
    const slot = connectionId & 0xffff;
    if (slot >= this.slotsEnd || this.state[slot] === SessionState.free) return -1;
    return this.connectionIdOf(slot) === connectionId ? slot : -1;
  }

  gatewayOf(connectionId: number): number {
    return connectionId >>> 24;
  }

  connectionIdOf(slot: number): number {
    return ((this.options.gatewayIndex << 24) | (this.generation[slot]! << 16) | slot) >>> 0;
  }

  slotOfDigest(connectDigest: string): number {
    return this.slotByDigest.get(connectDigest) ?? -1;
  }

  get freeSlots(): number {
    const own = this.options.sessionsMax - this.used;
    const { places } = this.options;
    return places === undefined ? own : Math.min(own, places.free);
  }

  /** A slot for a new session, in state `accepted` once `admit` is called, or -1 when all are taken. */
  acquire(): number {
    if (this.used >= this.options.sessionsMax || this.options.places?.take() === false) return -1;
    let slot = -1;
    if (this.freeCount > 0) slot = this.freeList[--this.freeCount]!;
    else if (this.slotsEnd < this.options.sessionsMax) slot = this.slotsEnd++;
    if (slot < 0) return -1;
    this.used++;
    if (this.connections[slot] === undefined) {
      const { owner, crypto, memory, rekey, packets } = this;
      this.connections.push(new Connection(slot, owner!, crypto, memory, rekey, packets));
    }
    return slot;
  }

  /** The session in state `accepted` is about to leave it: it no longer counts against its host. */
  leaveAccepted(slot: number): void {
    if (this.state[slot] === SessionState.accepted) this.halfOpen.remove(this.admissions[slot]!.host);
  }

  admit(slot: number, admission: Admission, address: Uint8Array, addressAt: number, nowMs: number): void {
    this.state[slot] = SessionState.accepted;
    this.openedMs[slot] = nowMs;
    this.meters.reset(slot, nowMs);
    this.setAddress(slot, address, addressAt);
    this.admissions[slot] = admission;
    this.halfOpen.add(admission.host);
    this.slotByDigest.set(admission.connectDigest, slot);
  }

  release(slot: number): void {
    this.leaveAccepted(slot);
    const admission = this.admissions[slot];
    if (admission !== undefined) this.slotByDigest.delete(admission.connectDigest);
    this.admissions[slot] = undefined;
    this.closeDetail[slot] = undefined;
    this.connections[slot]!.close();
    this.state[slot] = SessionState.free;
    // The next session here has another id: packets still under way belong to none.
    this.generation[slot] = this.generation[slot]! + 1;
    this.freeList[this.freeCount++] = slot;
    this.options.places?.release();
    this.used--;
  }

  setAddress(slot: number, address: Uint8Array, addressAt: number): void {
    const base = slot * addressBytes;
    for (let index = 0; index < addressBytes; index++) {
      this.addresses[base + index] = address[addressAt + index]!;
    }
  }

  hasAddress(slot: number, address: Uint8Array, addressAt: number): boolean {
    const base = slot * addressBytes;
    for (let index = 0; index < addressBytes; index++) {
      if (this.addresses[base + index] !== address[addressAt + index]) return false;
    }
    return true;
  }

  /** The slot wants attention in `ms`, or earlier if it already did. */
  wake(slot: number, ms: number, nowMs: number): void {
    const due = (nowMs + ms) | 0;
    if (((due - this.dueMs[slot]!) | 0) < 0) this.dueMs[slot] = due;
  }
}
