// One client's session with a server, from the first Hello to the end. No timer and no socket loop of its own: call
// `update` often (every frame; at least every 10 ms while connected); it receives, sends what is due and notices silence.

import { remoteBytes, type DatagramReceiver } from '#ports/network/datagram-socket.js';
import {
  decodeDisconnect,
  decodePathChallenge,
  decodeResumeGrant,
  Disconnect,
  disconnectId,
  DisconnectReason,
  disconnectSizeMax,
  encodeDisconnect,
  encodePathResponse,
  keepAliveId,
  PathChallenge,
  pathChallengeId,
  PathResponse,
  ResumeGrant,
  resumeGrantId,
} from '../generated/handshake.js';
import { equalBytes } from './bytes/bytes-compare.js';
import { checkClientOptions } from './client/check-client-options.js';
import { ClientHandshake } from './client/client-handshake.js';
import { ClientResume } from './client/client-resume.js';
import type { ClientSessionOptions, Credentials, SessionEnd } from './client/client-options.js';
import { Connection } from './connection/connection.js';
import type { ConnectionOwner } from './connection/connection-owner.js';
import {
  burstPackets,
  isStalled,
  reserveNow,
  wantsKeepAlive,
  wantsPacket,
} from './connection/connection-timers.js';
import { EndpointMemory } from './delivery/endpoint-memory.js';
import { readU32 } from './bytes/little-endian.js';
import { Queued } from './delivery/outgoing-messages.js';
import {
  Channel,
  connectionIdAt,
  datagramBytesMax,
  inPlaceOverhead,
  keyPhaseBit,
  reliableBytesMax,
  sealedBytesMin,
  sealedType,
} from './bytes/packet-layout.js';
import { Received } from './connection/packet-receiver.js';
import { disconnectPauseMs, disconnectSends } from './sessions/session-timers.js';

/** 512 KB to send, 1 MB received, of which one gap may hold half; untouched memory costs nothing. */
const poolBlocks = 8192;
/** Until the server is heard on the session, the client asks this often. */
const confirmEveryMs = 250;

const State = { handshake: 0, connected: 1, closing: 2, closed: 3 } as const;
type State = (typeof State)[keyof typeof State];

export class ClientSession implements DatagramReceiver, ConnectionOwner {
  readonly connection: Connection;
  /** Datagrams that were not for this session, too short or too long, repeated or not authentic. */
  droppedDatagrams = 0;
  private readonly handshake: ClientHandshake;
  private readonly disconnectMessage = new Disconnect();
  private readonly keepAliveMessage = Uint8Array.of(keepAliveId);
  private readonly pathChallenge = new PathChallenge();
  private readonly pathResponse = new PathResponse();
  private readonly resumeGrant = new ResumeGrant();
  private readonly resume: ClientResume;
  private readonly scratch = new Uint8Array(64);
  private state: State = State.handshake;
  private nowMs: number;
  private disconnectsLeft = 0;
  private disconnectAtMs = 0;
  private ending: SessionEnd | undefined;

  /** Throws a RangeError for options that no server could take: a name that is none, a key of the wrong length. */
  constructor(private readonly options: ClientSessionOptions) {
    checkClientOptions(options);
    const { crypto, random, credentials, serverKey } = options;
    this.nowMs = this.readClock();
    const timeouts = {
      connectMs: options.connectTimeoutMs ?? 10_000,
      queueMs: options.queueTimeoutMs ?? 1_800_000,
    };
    this.handshake = new ClientHandshake(crypto, random, credentials, serverKey, timeouts, this.nowMs);
    this.resume = new ClientResume(crypto, random);
    const memory = new EndpointMemory({
      outgoingBlocks: poolBlocks / 2,
      incomingBlocks: poolBlocks,
      messageBytesMax: reliableBytesMax,
      compressor: options.compressor,
    });
    this.connection = new Connection(0, this, crypto, memory, options.rekey);
  }

  get isConnected(): boolean {
    return this.state === State.connected;
  }

  get isClosed(): boolean {
    return this.state === State.closed;
  }

  /** The server's X25519 key once it answered: what a client pins after trusting it the first time. */
  get serverKey(): Uint8Array | undefined {
    return this.handshake.serverKey;
  }

  /** Place in the queue of a full server while waiting there (1 is the next), else 0. */
  get queuePosition(): number {
    return this.state === State.handshake ? this.handshake.position : 0;
  }

  /**
   * Credentials for a new session in place of this one, should it be lost; of use once, for at least 360 s after that.
   * They may be stored across a restart, as safely as a password. Undefined until the server grants them.
   */
  get resumeCredentials(): Credentials | undefined {
    return this.resume.credentials;
  }

  /** To whom a guest's name belongs; undefined for a client with a token. */
  get guestSecret(): Uint8Array | undefined {
    return this.handshake.guestSecret;
  }

  /** Receives, then sends what is due. */
  update(): void {
    if (this.state === State.closed) return;
    this.nowMs = this.readClock();
    this.options.socket.receive(this, 0);
    if (this.state === State.handshake) this.updateHandshake();
    else if (this.state === State.connected) this.updateConnected();
    if (this.state === State.closing) this.updateClosing();
    this.options.socket.flush();
  }

  /** Queues a message. False when not connected, too long, or the queue is full. */
  send(reliable: boolean, data: Uint8Array, at: number, length: number): boolean {
    if (this.state !== State.connected) return false;
    return this.connection.outgoing.enqueue(reliable, data, at, length, this.nowMs) === Queued.ok;
  }

  /** The memory in which `beginPacket` builds. */
  get packetBytes(): Uint8Array {
    return this.options.socket.outgoing;
  }

  /** Starts a packet that carries what is queued; see ServerEndpoint.beginPacket. Every true needs `finishPacket`. */
  beginPacket(reserveBytes: number): boolean {
    return this.state === State.connected && this.begin(reserveBytes);
  }

  beginMessage(channel: Channel, bytesMax: number): number {
    return this.connection.outgoing.beginMessage(channel, bytesMax);
  }

  endMessage(end: number): void {
    this.connection.outgoing.endMessage(end);
  }

  finishPacket(): number {
    const length = this.connection.finishPacket();
    this.options.socket.commit(length, this.options.serverAddress, 0);
    return this.connection.packetNumber;
  }

  /** Leaves. The server is told three times, spread over the next updates, or with `atOnce` right now. */
  disconnect(reason: DisconnectReason = DisconnectReason.left, atOnce = false): void {
    if (this.state === State.closing || this.state === State.closed) return;
    const end: SessionEnd = { kind: 'disconnected', reason, detail: '', byPeer: false };
    if (this.state === State.handshake) {
      this.close(end);
      return;
    }
    this.ending = end;
    this.state = State.closing;
    this.disconnectsLeft = disconnectSends;
    this.disconnectAtMs = this.nowMs;
    this.disconnectMessage.reason = reason;
    this.disconnectMessage.detail = '';
    if (!atOnce) return;
    while (this.disconnectsLeft > 0) this.sendDisconnect();
    this.close(end);
    this.options.socket.flush();
  }

  // — DatagramReceiver —

  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    // By whichever way: what it says is authentic or dropped.
    if (
      length > datagramBytesMax ||
      !equalBytes(address, addressAt, this.options.serverAddress, 0, remoteBytes)
    ) {
      this.droppedDatagrams++;
      return;
    }
    if (this.state === State.handshake) {
      const before = this.handshake.position;
      if (!this.handshake.onDatagram(buffer, at, length, this.nowMs)) this.droppedDatagrams++;
      const { position } = this.handshake;
      if (position > 0 && position !== before) this.options.listener.onQueued?.(position);
      if (this.handshake.isDone) this.onHandshakeDone();
      return;
    }
    const isOurs =
      this.state === State.connected &&
      length >= sealedBytesMin &&
      (buffer[at]! & ~keyPhaseBit) === sealedType &&
      readU32(buffer, at + connectionIdAt) === this.connection.connectionId;
    const received = isOurs ? this.connection.receive(buffer, at, length, this.nowMs) : Received.unauthentic;
    if (received === Received.malformed) this.disconnect(DisconnectReason.protocolViolation);
    else if (received !== Received.ok) this.droppedDatagrams++;
  }

  // — ConnectionOwner —

  onConnectionMessage(
    _sessionRow: number,
    channel: Channel,
    buffer: Uint8Array,
    at: number,
    length: number,
  ): void {
    if (this.state !== State.connected) return;
    const id = buffer[at];
    if (id === keepAliveId) return;
    if (id === disconnectId) {
      if (decodeDisconnect(this.disconnectMessage, buffer, at, at + length) < 0) return;
      const { reason, detail } = this.disconnectMessage;
      this.close({ kind: 'disconnected', reason, detail, byPeer: true });
      return;
    }
    if (id === pathChallengeId) this.onPathChallenge(buffer, at, at + length);
    else if (id === resumeGrantId) {
      if (decodeResumeGrant(this.resumeGrant, buffer, at, at + length) < 0) return;
      this.resume.onGrant(this.resumeGrant, this.nowMs);
    } else this.options.listener.onMessage(channel, buffer, at, length);
  }

  private onPathChallenge(buffer: Uint8Array, at: number, end: number): void {
    if (decodePathChallenge(this.pathChallenge, buffer, at, end) < 0) return;
    this.pathResponse.token.set(this.pathChallenge.token);
    const length = encodePathResponse(this.pathResponse, this.scratch, 0);
    if (length > 0) this.connection.outgoing.enqueue(false, this.scratch, 0, length, this.nowMs);
  }

  onConnectionPacketAcked(_sessionRow: number, packetNumber: number): void {
    this.options.listener.onPacketAcked(packetNumber);
  }

  onConnectionPacketLost(_sessionRow: number, packetNumber: number): void {
    this.options.listener.onPacketLost(packetNumber);
  }

  onConnectionPacketFound(_sessionRow: number): void {
    // `connection.sentPackets.lost` counts it back already.
  }

  // — inside —

  private updateHandshake(): void {
    const { handshake, nowMs } = this;
    const { socket, serverAddress } = this.options;
    if (handshake.isDue(nowMs)) {
      const at = socket.claim();
      if (at >= 0) {
        const end = handshake.write(socket.outgoing, at, nowMs);
        if (end < 0) throw new RangeError(`a handshake request does not encode: fault ${end}`);
        socket.commit(end - at, serverAddress, 0);
      }
    }
    if (handshake.isFailed) this.close(handshake.failure!);
  }

  private onHandshakeDone(): void {
    const { parameters, keys } = this.handshake;
    this.connection.open(parameters.connectionId, keys!, this.nowMs);
    this.state = State.connected;
    this.resume.start(this.nowMs);
    this.confirm();
    this.options.listener.onConnected(parameters);
  }

  /** The server holds the session for real once something sealed arrives. */
  private confirm(): void {
    this.connection.outgoing.enqueue(false, this.keepAliveMessage, 0, 1, this.nowMs);
  }

  private updateConnected(): void {
    const { connection, nowMs } = this;
    const { timeoutMs } = this.handshake.parameters;
    if (((nowMs - connection.lastReceivedMs) | 0) >= timeoutMs) {
      this.close({ kind: 'disconnected', reason: DisconnectReason.timeout, detail: '', byPeer: false });
      return;
    }
    if (connection.isSpent || isStalled(connection, nowMs)) {
      this.disconnect(DisconnectReason.overloaded);
      return;
    }
    // Not before the server is heard: the first packets need no company.
    if (this.options.resumable !== false && connection.packetsReceived > 0 && this.resume.isDue(nowMs)) {
      const length = this.resume.write(this.scratch, 0, nowMs);
      if (length > 0) connection.outgoing.enqueue(true, this.scratch, 0, length, nowMs);
    }
    let wants = wantsPacket(connection, nowMs);
    const unheard =
      connection.packetsReceived === 0 && ((nowMs - connection.lastAskedMs) | 0) >= confirmEveryMs;
    if (unheard || wantsKeepAlive(connection, nowMs)) {
      this.confirm();
      wants = true;
    }
    for (let sent = 0; wants && sent < burstPackets; sent++) {
      const reserve = reserveNow(connection, nowMs);
      if (reserve < 0 || !this.begin(reserve)) break;
      this.finishPacket();
      wants = connection.outgoing.hasPending;
    }
  }

  private updateClosing(): void {
    if (((this.nowMs - this.disconnectAtMs) | 0) < 0) return;
    this.sendDisconnect();
    this.disconnectAtMs = (this.nowMs + disconnectPauseMs) | 0;
    if (this.disconnectsLeft === 0) this.close(this.ending!);
  }

  private sendDisconnect(): void {
    this.disconnectsLeft--;
    if (this.connection.isSpent || !this.begin(disconnectSizeMax + inPlaceOverhead)) return;
    const at = this.connection.outgoing.beginMessage(Channel.unreliable, disconnectSizeMax);
    if (at >= 0)
      this.connection.outgoing.endMessage(encodeDisconnect(this.disconnectMessage, this.packetBytes, at));
    this.finishPacket();
  }

  private begin(reserveBytes: number): boolean {
    const at = this.options.socket.claim();
    if (at < 0) return false;
    this.connection.beginPacket(this.options.socket.outgoing, at, reserveBytes, this.nowMs);
    return true;
  }

  private close(end: SessionEnd): void {
    if (this.state === State.closed) return;
    this.state = State.closed;
    // Statistics stay readable; keys and queued messages go.
    this.connection.forget();
    this.options.listener.onClosed(end);
  }

  private readClock(): number {
    return Math.floor(this.options.clock.nowMs()) | 0;
  }
}
