// One client of the swarm: as little as a client can be and still be served like any other. Most stop reading once they
// play (unread-session.ts); those that read measure round trips and losses for all.

import {
  EntityKind,
  EntityStateMask,
  PlayerInput,
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
import { ClientHandshake } from '#adapters/protocol/session/client-handshake.js';
import { Connection } from '#adapters/protocol/session/connection.js';
import type { ConnectionOwner } from '#adapters/protocol/session/connection-owner.js';
import { wantsKeepAlive, wantsPacket } from '#adapters/protocol/session/connection-timers.js';
import type { EndpointMemory } from '#adapters/protocol/session/endpoint-memory.js';
import { readU32 } from '#adapters/protocol/session/little-endian.js';
import { Channel, inPlaceOverhead } from '#adapters/protocol/session/packet-layout.js';
import type { CryptoSuite } from '#ports/crypto-suite.js';
import type { DatagramSocket } from '#ports/datagram-socket.js';
import type { RandomSource } from '#ports/random-source.js';
import { UnreadSession } from './unread-session.js';

export interface SwarmHost {
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly serverAddress: Uint8Array;
  readonly memory: EndpointMemory;
  readonly fights: boolean;
  /** The newest tick that any client has heard of. */
  tick: number;
  /** Packets for which no socket had a free slot. */
  blockedSends: number;
}

// All clients take turns with these.
const input = new PlayerInput();
const skill = new UseSkill();
const snapshot = new Snapshot();
const scratch = new Uint8Array(16);
const keepAlive = Uint8Array.of(keepAliveId);
const leaveRequest = Uint8Array.of(leaveRequestId);

/** Patience of a client in a storm of joins. */
const joinMs = 120_000;
const turnEveryInputs = 90;
const strikeEveryMs = 1200;

export class SwarmClient implements ConnectionOwner {
  private isPlaced = false;
  private unread: UnreadSession | undefined;
  private readonly handshake: ClientHandshake;
  private readonly connection: Connection;
  private socket: DatagramSocket | undefined;
  private sequence = 0;
  private heading = 0;
  private moveX = 0;
  private moveY = 0;
  private facing = 0;
  /** A creature in sight, for fighters. */
  private prey = 0;
  private strikeAtMs = 0;

  constructor(
    private readonly index: number,
    name: string,
    private readonly host: SwarmHost,
  ) {
    this.turnBy((index * 2.399963) % (2 * Math.PI));
    this.handshake = new ClientHandshake(
      host.crypto,
      host.random,
      { kind: 'guest', name },
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
    return this.unread === undefined;
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
    return true;
  }

  onSealed(buffer: Uint8Array, at: number, length: number, nowMs: number): void {
    if (this.unread === undefined) this.connection.receive(buffer, at, length, nowMs);
    else this.unread.receive(buffer, at, nowMs);
  }

  /** From now on what arrives is acknowledged, but not read. */
  stopReading(): void {
    this.unread ??= new UnreadSession(this.connection, this.host.crypto, this.handshake.keys!.send);
  }

  startReading(): void {
    this.unread?.giveBack();
    this.unread = undefined;
  }

  maintain(nowMs: number): void {
    const { connection } = this;
    if (!connection.isOpen) return;
    if (wantsKeepAlive(connection, nowMs)) connection.outgoing.enqueue(false, keepAlive, 0, 1, nowMs);
    if (!wantsPacket(connection, nowMs)) return;
    const { outgoing } = this.socket!;
    const at = this.socket!.claim();
    if (at < 0) return;
    connection.beginPacket(outgoing, at, 0, nowMs);
    this.socket!.commit(connection.finishPacket(), this.host.serverAddress, 0);
  }

  /** One step of movement, with whatever else waits. */
  sendInput(nowMs: number, ticks: number): boolean {
    const wholeMs = Math.floor(nowMs) | 0;
    const { unread, connection, host } = this;
    const socket = this.socket!;
    if (host.fights) this.strike(nowMs, wholeMs);
    const at = socket.claim();
    if (at < 0) {
      host.blockedSends++;
      return false;
    }
    this.fillInput(ticks);
    if (unread !== undefined) {
      const messageAt = unread.begin(socket.outgoing, at, playerInputSizeMax, wholeMs);
      socket.commit(
        unread.finish(encodePlayerInput(input, socket.outgoing, messageAt)),
        host.serverAddress,
        0,
      );
      return true;
    }
    connection.sentPackets.expire(wholeMs);
    connection.beginPacket(socket.outgoing, at, playerInputSizeMax + inPlaceOverhead, wholeMs);
    const messageAt = connection.outgoing.beginMessage(Channel.unreliable, playerInputSizeMax);
    connection.outgoing.endMessage(encodePlayerInput(input, socket.outgoing, messageAt));
    socket.commit(connection.finishPacket(), host.serverAddress, 0);
    return true;
  }

  /** Walks on, and turns now and then. */
  private fillInput(ticks: number): void {
    this.sequence = (this.sequence + 1) & 0xffff;
    if (this.sequence % turnEveryInputs === 0) this.turnBy(1 + (this.index % 7) / 3);
    input.sequence = this.sequence;
    input.viewTick = this.host.tick;
    input.stepsCount = 1;
    const step = input.steps[0]!;
    step.moveX = this.moveX;
    step.moveY = this.moveY;
    step.facing = this.facing;
    step.ticks = ticks;
  }

  private turnBy(radians: number): void {
    this.heading += radians;
    this.moveX = Math.cos(this.heading);
    this.moveY = Math.sin(this.heading);
    this.facing = ((this.heading / (2 * Math.PI)) * 256) & 0xff;
  }

  leave(nowMs: number): void {
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
    _slot: number,
    _channel: Channel,
    buffer: Uint8Array,
    at: number,
    length: number,
  ): void {
    const id = buffer[at];
    if (id === snapshotId) this.onSnapshot(buffer, at, length);
    else if (id === welcomeId) this.isPlaced = true;
    else if (id === disconnectId) this.connection.close();
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
