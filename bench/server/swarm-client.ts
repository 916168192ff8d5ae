// One client of the swarm: as little as a client can be and still be served like any other. Most stop reading once they
// are in the world (unread-sessions.ts); those that read measure round trips and losses for all.

import {
  EntityKind,
  EntityStateMask,
  Snapshot,
  UseSkill,
  decodeSnapshot,
  encodePlayerInput,
  encodeUseSkill,
  leaveRequestId,
  playerInputSizeMax,
  snapshotId,
  welcomeId,
} from '#adapters/protocol/generated/game.js';
import { disconnectId, keepAliveId } from '#adapters/protocol/generated/handshake.js';
import { ClientHandshake } from '#adapters/protocol/session/client/client-handshake.js';
import { Connection } from '#adapters/protocol/session/connection/connection.js';
import type { ConnectionOwner } from '#adapters/protocol/session/connection/connection-owner.js';
import { wantsKeepAlive, wantsPacket } from '#adapters/protocol/session/connection/connection-timers.js';
import type { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import { readU32 } from '#adapters/protocol/session/bytes/little-endian.js';
import { Channel, inPlaceOverhead } from '#adapters/protocol/session/bytes/packet-layout.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { RandomSource } from '#ports/system/random-source.js';
import type { ConnectionClients } from './connection-clients.js';
import type { UnreadSessions } from './unread-sessions.js';
import { type Moves, StackMover } from './stack-mover.js';
import { Walk } from './walk.js';

export interface SwarmHost {
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly serverAddress: Uint8Array;
  readonly memory: EndpointMemory;
  readonly byConnection: ConnectionClients;
  readonly unread: UnreadSessions;
  readonly fights: boolean;
  /** They move stacks instead of walking. */
  readonly moves: Moves | undefined;
  nowMs(): number;
  /** The newest tick that any client has heard of. */
  tick: number;
  /** Packets for which no socket had a free slot. */
  blockedSends: number;
}

// All clients take turns with these.
const skill = new UseSkill();
const snapshot = new Snapshot();
const scratch = new Uint8Array(16);
const keepAlive = Uint8Array.of(keepAliveId);
const leaveRequest = Uint8Array.of(leaveRequestId);

/** Patience of a client in a storm of joins. */
const joinMs = 120_000;
const strikeEveryMs = 1200;

export class SwarmClient implements ConnectionOwner {
  private isPlaced = false;
  private isLeaving = false;
  private readonly handshake: ClientHandshake;
  private readonly connection: Connection;
  private socket: DatagramSocket | undefined;
  private readonly walk: Walk;
  private readonly mover: StackMover | undefined;
  /** A creature in sight, for fighters. */
  private prey = 0;
  private strikeAtMs = 0;

  constructor(
    private readonly index: number,
    name: string,
    private readonly host: SwarmHost,
    /** Whether it reads all the time, not only until it stands in the world. */
    readonly reads: boolean,
  ) {
    this.walk = new Walk(index);
    this.mover = host.moves && new StackMover(host.moves);
    this.handshake = new ClientHandshake(
      host.crypto,
      host.random,
      // The same name is the same character in every run.
      { kind: 'guest', name, secret: host.crypto.hash(new TextEncoder().encode(name)) },
      undefined,
      { connectMs: joinMs, queueMs: joinMs },
      0,
    );
    this.connection = new Connection(0, this, host.crypto, host.memory);
  }

  attach(socket: DatagramSocket): void {
    this.socket = socket;
  }

  get isJoined(): boolean {
    return this.connection.isOpen;
  }

  get isFailed(): boolean {
    return this.handshake.isFailed;
  }

  get isPlaying(): boolean {
    return this.isPlaced && this.connection.isOpen;
  }

  get connectionId(): number {
    return this.connection.connectionId;
  }

  get isReading(): boolean {
    return !this.host.unread.isActive(this.index);
  }

  get roundTripMs(): number {
    return this.connection.roundTrip.smoothedMs;
  }

  /** Numbers of the server's packets that never came. */
  get lostIn(): number {
    return Math.max(0, this.connection.highestReceived - this.connection.packetsReceived);
  }

  get lostOut(): number {
    return this.connection.sentPackets.lost;
  }

  /** Writes the handshake's next request if one is due; returns where in the socket's memory, else -1. */
  writeRequest(nowMs: number): number {
    const wholeMs = Math.floor(nowMs) | 0;
    if (!this.handshake.isDue(wholeMs)) return -1;
    const socket = this.socket!;
    const at = socket.claim();
    if (at < 0) return -1;
    const end = this.handshake.write(socket.outgoing, at, wholeMs);
    socket.commit(end - at, this.host.serverAddress, 0);
    return at;
  }

  /** False when the answer means nothing to this client. */
  onHandshakeDatagram(buffer: Uint8Array, at: number, length: number, nowMs: number): boolean {
    if (!this.handshake.onDatagram(buffer, at, length, nowMs)) return false;
    if (!this.handshake.isDone || this.connection.isOpen) return true;
    this.connection.open(this.handshake.parameters.connectionId, this.handshake.keys!, nowMs);
    this.connection.outgoing.enqueue(false, keepAlive, 0, 1, nowMs);
    this.host.byConnection.set(this.connectionId, this.index);
    return true;
  }

  onSealed(buffer: Uint8Array, at: number, length: number, nowMs: number): void {
    this.connection.receive(buffer, at, length, nowMs);
  }

  /** From now on what arrives is acknowledged, but not read. */
  stopReading(nowMs: number): void {
    const { index, connection, walk, host } = this;
    if (this.isReading)
      host.unread.takeOver(index, connection, this.handshake.keys!.send, walk, Math.floor(nowMs) | 0);
  }

  maintain(nowMs: number): void {
    const { connection, host } = this;
    if (!this.isReading) {
      this.maintainUnread(nowMs);
      return;
    }
    if (!connection.isOpen) return;
    if (wantsKeepAlive(connection, nowMs)) connection.outgoing.enqueue(false, keepAlive, 0, 1, nowMs);
    if (!wantsPacket(connection, nowMs)) return;
    const { outgoing } = this.socket!;
    const at = this.socket!.claim();
    if (at < 0) return;
    connection.beginPacket(outgoing, at, 0, nowMs);
    this.socket!.commit(connection.finishPacket(), host.serverAddress, 0);
    // Now nothing is owed that only the connection could say.
    if (this.isPlaced && !this.reads && !this.isLeaving) this.stopReading(nowMs);
  }

  private maintainUnread(nowMs: number): void {
    const { index, host } = this;
    if (!host.unread.isDue(index, nowMs)) return;
    const { outgoing } = this.socket!;
    const at = this.socket!.claim();
    if (at < 0) return;
    this.socket!.commit(host.unread.writeIdle(index, outgoing, at, nowMs), host.serverAddress, 0);
  }

  /** One step of movement, with whatever else waits. For a client that reads. */
  sendInput(nowMs: number, ticks: number): boolean {
    const wholeMs = Math.floor(nowMs) | 0;
    const { connection, host } = this;
    const socket = this.socket!;
    if (host.fights) this.strike(nowMs, wholeMs);
    this.mover?.ask(connection, nowMs);
    const at = socket.claim();
    if (at < 0) {
      host.blockedSends++;
      return false;
    }
    const input = this.walk.next(host.tick, ticks);
    connection.sentPackets.expire(wholeMs);
    connection.beginPacket(socket.outgoing, at, playerInputSizeMax + inPlaceOverhead, wholeMs);
    if (this.mover === undefined) {
      const messageAt = connection.outgoing.beginMessage(Channel.unreliable, playerInputSizeMax);
      connection.outgoing.endMessage(encodePlayerInput(input, socket.outgoing, messageAt));
    }
    socket.commit(connection.finishPacket(), host.serverAddress, 0);
    return true;
  }

  /** It reads again, for it waits to be told goodbye. */
  leave(nowMs: number): void {
    this.isLeaving = true;
    if (!this.isReading) this.host.unread.giveBack(this.index);
    if (this.connection.isOpen)
      this.connection.outgoing.enqueue(true, leaveRequest, 0, leaveRequest.length, Math.floor(nowMs) | 0);
  }

  private strike(nowMs: number, wholeMs: number): void {
    if (this.prey === 0 || nowMs < this.strikeAtMs) return;
    this.strikeAtMs = nowMs + strikeEveryMs;
    skill.skill = 1;
    skill.target = this.prey;
    this.connection.outgoing.enqueue(true, scratch, 0, encodeUseSkill(skill, scratch, 0), wholeMs);
  }

  // — ConnectionOwner —

  onConnectionMessage(
    _sessionRow: number,
    _channel: Channel,
    buffer: Uint8Array,
    at: number,
    length: number,
  ): void {
    const id = buffer[at];
    if (id === snapshotId) this.onSnapshot(buffer, at, length);
    else if (id === welcomeId) this.isPlaced = true;
    else if (id === disconnectId) this.connection.close();
    else this.mover?.onMessage(buffer, at, length, this.host.nowMs());
  }

  private onSnapshot(buffer: Uint8Array, at: number, length: number): void {
    this.host.tick = readU32(buffer, at + 1);
    if (!this.host.fights || decodeSnapshot(snapshot, buffer, at, at + length) < 0) return;
    for (let i = 0; i < snapshot.entitiesCount; i++) {
      const { state } = snapshot.entities[i]!;
      if ((state.mask & EntityStateMask.identity) !== 0 && state.kind === EntityKind.creature)
        this.prey = state.id;
    }
  }

  onConnectionPacketAcked(): void {
    // The connection counts it.
  }

  onConnectionPacketLost(): void {
    // The connection counts it.
  }

  onConnectionPacketFound(): void {
    // The connection counts it.
  }
}
