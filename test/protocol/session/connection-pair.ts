// Two connections without handshake, over a simulated link: for what happens inside established sessions.

import { DatagramNetwork, type LinkConditions } from '#adapters/memory/network/datagram-network.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import { keepAliveId } from '#adapters/protocol/generated/handshake.js';
import type { BlockPool } from '#adapters/protocol/session/bytes/block-pool.js';
import { Connection } from '#adapters/protocol/session/connection/connection.js';
import type { ConnectionOwner } from '#adapters/protocol/session/connection/connection-owner.js';
import {
  reserveNow,
  wantsKeepAlive,
  wantsPacket,
} from '#adapters/protocol/session/connection/connection-timers.js';
import { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import type { Received } from '#adapters/protocol/session/connection/packet-receiver.js';
import type { RekeyLimits } from '#adapters/protocol/session/crypto/key-phases.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramReceiver } from '#ports/network/datagram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { crypto } from './session-lab.js';

export class Peer implements ConnectionOwner, DatagramReceiver {
  readonly memory: EndpointMemory;
  readonly connection: Connection;
  readonly messages: { channel: number; bytes: Uint8Array }[] = [];
  readonly acked: number[] = [];
  readonly lost: number[] = [];
  found = 0;
  rekeyed = 0;
  readonly results: Received[] = [];
  /** Every datagram sent, if asked for. */
  readonly sent: Uint8Array[] = [];
  keepSent = false;
  /** Called instead of remembering messages. */
  onEach: ((bytes: Uint8Array) => void) | undefined;
  nowMs = 0;

  constructor(
    readonly socket: MemoryDatagramSocket,
    private readonly peerAddress: Uint8Array,
    blocks: number,
    messageBytesMax: number,
    suite: CryptoSuite,
    rekey?: RekeyLimits,
  ) {
    this.memory = new EndpointMemory({ outgoingBlocks: blocks, incomingBlocks: blocks, messageBytesMax });
    this.connection = new Connection(0, this, suite, this.memory, rekey);
  }

  get outgoing(): BlockPool {
    return this.memory.outgoing;
  }

  get incoming(): BlockPool {
    return this.memory.incoming;
  }

  get blocksUsed(): number {
    return this.outgoing.blocksUsed + this.incoming.blocksUsed;
  }

  onDatagram(buffer: Uint8Array, at: number, length: number): void {
    this.results.push(this.connection.receive(buffer, at, length, this.nowMs));
  }
  onConnectionMessage(
    _sessionRow: number,
    channel: number,
    buffer: Uint8Array,
    at: number,
    length: number,
  ): void {
    if (length === 1 && buffer[at] === keepAliveId) return;
    const bytes = buffer.slice(at, at + length);
    if (this.onEach) this.onEach(bytes);
    else this.messages.push({ channel, bytes });
  }
  onConnectionPacketAcked(_sessionRow: number, packetNumber: number): void {
    this.acked.push(packetNumber);
  }
  onConnectionPacketLost(_sessionRow: number, packetNumber: number): void {
    this.lost.push(packetNumber);
  }

  onConnectionPacketFound(): void {
    this.found++;
  }

  onConnectionRekeyed(): void {
    this.rekeyed++;
  }

  /** Sends one packet, with a message of `bytes` on `channel` added if given. Returns its number. */
  sendPacket(bytes?: Uint8Array, channel: 0 | 1 = 0, reserve = 0): number {
    const at = this.socket.claim();
    if (at < 0) throw new Error('no slot');
    const { connection } = this;
    connection.beginPacket(
      this.socket.outgoing,
      at,
      bytes === undefined ? reserve : bytes.length + 5,
      this.nowMs,
    );
    if (bytes !== undefined) {
      const bodyAt = connection.outgoing.beginMessage(channel, bytes.length);
      if (bodyAt < 0) throw new Error('no room');
      this.socket.outgoing.set(bytes, bodyAt);
      connection.outgoing.endMessage(bodyAt + bytes.length);
    }
    const length = connection.finishPacket();
    if (this.keepSent) this.sent.push(this.socket.outgoing.slice(at, at + length));
    this.socket.commit(length, this.peerAddress, 0);
    this.socket.flush();
    return connection.packetNumber;
  }

  enqueue(bytes: Uint8Array, reliable = true): number {
    return this.connection.outgoing.enqueue(reliable, bytes, 0, bytes.length, this.nowMs);
  }

  step(nowMs: number): void {
    this.nowMs = nowMs;
    this.socket.receive(this, 0);
    let wants = wantsPacket(this.connection, nowMs) || wantsKeepAlive(this.connection, nowMs);
    for (let sent = 0; wants && sent < 8; sent++) {
      const reserve = reserveNow(this.connection, nowMs);
      const asks = sent === 0 && wantsKeepAlive(this.connection, nowMs);
      if (reserve < 0 && !asks) break;
      this.sendPacket(asks ? Uint8Array.of(keepAliveId) : undefined, 0, Math.max(0, reserve));
      wants = this.connection.outgoing.hasPending;
    }
  }
}

export class ConnectionPair {
  readonly network: DatagramNetwork;
  readonly a: Peer;
  readonly b: Peer;
  nowMs = 5000;

  constructor(
    conditions: Partial<LinkConditions> = {},
    seed = 1,
    blocks = 4096,
    messageBytesMax = 65_000,
    more: { readonly suite?: CryptoSuite; readonly rekey?: RekeyLimits } = {},
  ) {
    const suite = more.suite ?? crypto;
    this.network = new DatagramNetwork({ seed, conditions, slots: 4096, socketQueue: 2048 });
    this.network.advanceTo(this.nowMs);
    const [here, there] = [addressOf('10.0.0.1', 1), addressOf('10.0.0.2', 2)];
    this.a = new Peer(this.network.open(here), there, blocks, messageBytesMax, suite, more.rekey);
    this.b = new Peer(this.network.open(there), here, blocks, messageBytesMax, suite, more.rekey);
    const [one, two] = [aeadKeyOf(new Uint8Array(32).fill(1)), aeadKeyOf(new Uint8Array(32).fill(2))];
    this.a.connection.open(0x03000001, { send: one, receive: two }, this.nowMs);
    this.b.connection.open(0x03000001, { send: two, receive: one }, this.nowMs);
    this.a.nowMs = this.nowMs;
    this.b.nowMs = this.nowMs;
  }

  /** Steps both sides every 5 ms. */
  run(ms: number, each?: () => void): void {
    const end = this.nowMs + ms;
    while (this.nowMs < end) {
      this.nowMs += 5;
      this.network.advanceTo(this.nowMs);
      each?.();
      this.a.step(this.nowMs);
      this.b.step(this.nowMs);
    }
  }

  /** Lets one side receive without sending anything itself. */
  receive(peer: Peer): void {
    this.network.advanceTo(this.nowMs);
    peer.nowMs = this.nowMs;
    peer.socket.receive(peer, 0);
  }
}

/** A message that begins with a number. */
export function numbered(number: number, length = 12): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 4; index < length; index++) bytes[index] = number * 31 + index;
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

export const numberIn = (bytes: Uint8Array): number => new DataView(bytes.buffer).getUint32(0);
