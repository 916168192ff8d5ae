// One client of the swarm: as little as a client can be and still be served like any other.

import {
  EntityKind,
  EntityStateMask,
  PlayerInput,
  Snapshot,
  UseSkill,
  decodeSnapshot,
  encodePlayerInput,
  encodeUseSkill,
  playerInputSizeMax,
  snapshotId,
  welcomeId,
} from '#adapters/protocol/generated/game.js';
import { DisconnectReason, disconnectId, keepAliveId } from '#adapters/protocol/generated/handshake.js';
import { ClientHandshake } from '#adapters/protocol/session/client-handshake.js';
import { Connection } from '#adapters/protocol/session/connection.js';
import type { ConnectionOwner } from '#adapters/protocol/session/connection-owner.js';
import { wantsKeepAlive, wantsPacket } from '#adapters/protocol/session/connection-timers.js';
import type { EndpointMemory } from '#adapters/protocol/session/endpoint-memory.js';
import { Channel } from '#adapters/protocol/session/packet-layout.js';
import type { CryptoSuite } from '#ports/crypto-suite.js';
import type { DatagramSocket } from '#ports/datagram-socket.js';
import type { RandomSource } from '#ports/random-source.js';

export interface SwarmHost {
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly serverAddress: Uint8Array;
  readonly memory: EndpointMemory;
  readonly fights: boolean;
  /** Packets for which no socket had a free slot. */
  blockedSends: number;
}

// All clients take turns with these.
const input = new PlayerInput();
const skill = new UseSkill();
const snapshot = new Snapshot();
const scratch = new Uint8Array(16);
const keepAlive = Uint8Array.of(keepAliveId);
const leaveMessage = Uint8Array.of(disconnectId, DisconnectReason.left, 0);

/** Patience of a client in a storm of joins. */
const joinMs = 120_000;
const turnEveryInputs = 90;
const strikeEveryMs = 1200;

export class SwarmClient implements ConnectionOwner {
  snapshots = 0;
  private isPlaced = false;
  private readonly handshake: ClientHandshake;
  private readonly connection: Connection;
  private socket: DatagramSocket | undefined;
  private sequence = 0;
  private tick = 0;
  private heading: number;
  /** A creature in sight, for fighters. */
  private prey = 0;
  private strikeAtMs = 0;

  constructor(
    private readonly index: number,
    name: string,
    private readonly host: SwarmHost,
  ) {
    this.heading = (index * 2.399963) % (2 * Math.PI);
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

  get roundTripMs(): number {
    return this.connection.roundTrip.smoothedMs;
  }

  /** Numbers of the server's packets that never came. */
  get lostIn(): number {
    return Math.max(0, this.connection.replay.highest - this.connection.packetsReceived);
  }

  get lostOut(): number {
    return this.connection.sentPackets.lost;
  }

  handshakeTurn(nowMs: number): void {
    const wholeMs = Math.floor(nowMs) | 0;
    if (this.handshake.isDue(wholeMs)) {
      const socket = this.socket!;
      const at = socket.claim();
      if (at < 0) return;
      const end = this.handshake.write(socket.outgoing, at, wholeMs);
      socket.commit(end - at, this.host.serverAddress, 0);
    }
  }

  onHandshakeDatagram(buffer: Uint8Array, at: number, length: number, nowMs: number): void {
    const wholeMs = Math.floor(nowMs) | 0;
    this.handshake.onDatagram(buffer, at, length, wholeMs);
    if (!this.handshake.isDone || this.connection.isOpen) return;
    this.connection.open(this.handshake.parameters.connectionId, this.handshake.keys!, wholeMs);
    this.connection.outgoing.enqueue(false, keepAlive, 0, 1, wholeMs);
  }

  onSealed(buffer: Uint8Array, at: number, length: number, nowMs: number): void {
    this.connection.receive(buffer, at, length, nowMs);
  }

  maintain(nowMs: number): void {
    const { connection } = this;
    if (!connection.isOpen) return;
    if (wantsKeepAlive(connection, nowMs)) connection.outgoing.enqueue(false, keepAlive, 0, 1, nowMs);
    if (wantsPacket(connection, nowMs) && this.begin(nowMs)) this.finish();
  }

  /** One step of movement, with whatever else waits. */
  sendInput(nowMs: number, ticks: number): boolean {
    const wholeMs = Math.floor(nowMs) | 0;
    if (this.host.fights) this.strike(nowMs, wholeMs);
    if (!this.begin(wholeMs)) return false;
    this.sequence = (this.sequence + 1) & 0xffff;
    if (this.sequence % turnEveryInputs === 0) this.heading += 1 + (this.index % 7) / 3;
    this.connection.sentPackets.expire(wholeMs);
    input.sequence = this.sequence;
    input.viewTick = this.tick;
    input.stepsCount = 1;
    const step = input.steps[0]!;
    step.moveX = Math.cos(this.heading);
    step.moveY = Math.sin(this.heading);
    step.facing = ((this.heading / (2 * Math.PI)) * 256) & 0xff;
    step.ticks = Math.max(1, Math.min(6, Math.round(ticks)));
    const at = this.connection.outgoing.beginMessage(Channel.unreliable, playerInputSizeMax);
    if (at >= 0) this.connection.outgoing.endMessage(encodePlayerInput(input, this.socket!.outgoing, at));
    this.finish();
    return at >= 0;
  }

  leave(nowMs: number): void {
    if (this.connection.isOpen)
      this.connection.outgoing.enqueue(false, leaveMessage, 0, leaveMessage.length, Math.floor(nowMs) | 0);
  }

  private strike(nowMs: number, wholeMs: number): void {
    if (this.prey === 0 || nowMs < this.strikeAtMs) return;
    this.strikeAtMs = nowMs + strikeEveryMs;
    skill.skill = 1;
    skill.target = this.prey;
    this.connection.outgoing.enqueue(true, scratch, 0, encodeUseSkill(skill, scratch, 0), wholeMs);
  }

  private begin(nowMs: number): boolean {
    const at = this.socket!.claim();
    if (at < 0) {
      this.host.blockedSends++;
      return false;
    }
    this.connection.beginPacket(this.socket!.outgoing, at, playerInputSizeMax + 5, nowMs);
    return true;
  }

  private finish(): void {
    this.socket!.commit(this.connection.finishPacket(), this.host.serverAddress, 0);
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
    this.snapshots++;
    this.tick =
      (buffer[at + 1]! | (buffer[at + 2]! << 8) | (buffer[at + 3]! << 16) | (buffer[at + 4]! << 24)) >>> 0;
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
