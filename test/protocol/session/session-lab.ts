// A server endpoint and clients on the network in memory, with a virtual clock and seeded randomness.

import { DatagramNetwork, type LinkConditions } from '#adapters/memory/network/datagram-network.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import { packets } from '#adapters/protocol/generated/packets.js';
import type {
  ClientSessionListener,
  ClientSessionOptions,
  Credentials,
  SessionEnd,
} from '#adapters/protocol/session/client/client-options.js';
import { ClientSession } from '#adapters/protocol/session/client-session.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import { makeServerIdentity } from '#adapters/protocol/session/tokens/server-identity.js';
import type { ServerEndpointOptions } from '#adapters/protocol/session/sessions/server-options.js';
import type { SessionListener } from '#adapters/protocol/session/sessions/session-listener.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { Clock } from '#ports/system/clock.js';
import { addressOf } from '#ports/network/datagram-address.js';
import type { RandomSource } from '#ports/system/random-source.js';

export const crypto = new SodiumCryptoSuite();
export const idOf = (name: string): number => packets.find((packet) => packet.name === name)!.id;

export class VirtualClock implements Clock {
  constructor(public ms = 1000) {}
  nowMs(): number {
    return this.ms;
  }
  unixMs(): number {
    return 1_800_000_000_000 + this.ms;
  }
}

export class SeededRandom implements RandomSource {
  constructor(private state: number) {}
  fill(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index++) bytes[index] = this.next() * 256;
  }
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** After this a client believes that it was denied: a second in which a better answer might come, and the way. */
export const deniedMs = 1300;

export const identity = makeServerIdentity(crypto, {
  serverId: new Uint8Array(16).fill(0x51),
  exchangeSeed: new Uint8Array(32).fill(0x52),
  signingSeed: new Uint8Array(32).fill(0x53),
});

/** What happened at the server, by the session's row. */
export class ServerLog implements SessionListener {
  readonly opened: { sessionRow: number; accountId: string; name: string; guest: boolean }[] = [];
  readonly closed: { sessionRow: number; reason: number }[] = [];
  readonly messages: { sessionRow: number; channel: number; bytes: Uint8Array }[] = [];
  readonly acked: number[] = [];
  readonly lost: number[] = [];
  onEachMessage: ((sessionRow: number) => void) | undefined;

  onSessionOpened(sessionRow: number, accountId: Uint8Array, name: string, guest: boolean): void {
    this.opened.push({ sessionRow, accountId: Buffer.from(accountId).toString('hex'), name, guest });
  }
  onMessage(sessionRow: number, channel: Channel, buffer: Uint8Array, at: number, length: number): void {
    this.messages.push({ sessionRow, channel, bytes: buffer.slice(at, at + length) });
    this.onEachMessage?.(sessionRow);
  }
  onSessionClosed(sessionRow: number, reason: number): void {
    this.closed.push({ sessionRow, reason });
  }
  onPacketAcked(_sessionRow: number, packetNumber: number): void {
    this.acked.push(packetNumber);
  }
  onPacketLost(_sessionRow: number, packetNumber: number): void {
    this.lost.push(packetNumber);
  }
}

export class ClientLog implements ClientSessionListener {
  connected = 0;
  readonly messages: { channel: number; bytes: Uint8Array }[] = [];
  readonly ends: SessionEnd[] = [];
  readonly acked: number[] = [];
  readonly lost: number[] = [];

  onConnected(): void {
    this.connected++;
  }
  onMessage(channel: Channel, buffer: Uint8Array, at: number, length: number): void {
    this.messages.push({ channel, bytes: buffer.slice(at, at + length) });
  }
  onPacketAcked(packetNumber: number): void {
    this.acked.push(packetNumber);
  }
  onPacketLost(packetNumber: number): void {
    this.lost.push(packetNumber);
  }
  onClosed(end: SessionEnd): void {
    this.ends.push(end);
  }
}

export interface LabClient {
  readonly session: ClientSession;
  readonly socket: MemoryDatagramSocket;
  readonly log: ClientLog;
}

export class SessionLab {
  readonly clock = new VirtualClock();
  readonly network: DatagramNetwork;
  readonly serverAddress = addressOf('10.0.0.1', 7777);
  readonly serverSocket: MemoryDatagramSocket;
  readonly log = new ServerLog();
  readonly server: ServerEndpoint;
  readonly clients: LabClient[] = [];
  private nextPort = 20_000;

  constructor(
    conditions: Partial<LinkConditions> = {},
    options: Partial<ServerEndpointOptions> = {},
    seed = 1,
  ) {
    this.network = new DatagramNetwork({ seed, conditions, slots: 8192, socketQueue: 4096 });
    this.network.advanceTo(this.clock.ms);
    this.serverSocket = this.network.open(this.serverAddress);
    this.server = new ServerEndpoint({
      socket: this.serverSocket,
      crypto,
      random: new SeededRandom(seed),
      clock: this.clock,
      listener: this.log,
      identity,
      gatewayIndex: 3,
      sessionsMax: 64,
      guestsAllowed: true,
      tickRate: 60,
      snapshotRate: 20,
      currentTick: () => 1234,
      ...options,
    });
  }

  /** A client that starts its handshake at the next step. */
  join(
    credentials: Credentials = { kind: 'guest', name: `bot-${this.clients.length}` },
    more: {
      port?: number;
      host?: string;
      serverKey?: Uint8Array;
      crypto?: CryptoSuite;
      options?: Partial<ClientSessionOptions>;
    } = {},
  ): LabClient {
    const socket = this.network.open(addressOf(more.host ?? '10.0.0.2', more.port ?? this.nextPort++));
    const log = new ClientLog();
    const session = new ClientSession({
      socket,
      crypto: more.crypto ?? crypto,
      random: new SeededRandom(this.clients.length + 77),
      clock: this.clock,
      listener: log,
      credentials,
      serverAddress: this.serverAddress,
      ...(more.serverKey === undefined ? {} : { serverKey: more.serverKey }),
      ...more.options,
    });
    const client = { session, socket, log };
    this.clients.push(client);
    return client;
  }

  /** Lets time pass in steps of `stepMs`. */
  run(ms: number, stepMs = 5, each?: () => void): void {
    const end = this.clock.ms + ms;
    while (this.clock.ms < end) {
      this.clock.ms += stepMs;
      this.network.advanceTo(this.clock.ms);
      this.server.receive(0);
      each?.();
      this.server.update();
      this.server.flush();
      for (const client of this.clients) client.session.update();
    }
  }

  /** Runs until the condition holds; fails after `limitMs`. */
  runUntil(holds: () => boolean, limitMs = 20_000): void {
    const end = this.clock.ms + limitMs;
    while (!holds()) {
      if (this.clock.ms >= end) throw new Error(`did not happen within ${limitMs} ms`);
      this.run(5);
    }
  }

  /** A client in an established session, and its row. */
  connect(): LabClient & { sessionRow: number } {
    const client = this.join();
    const before = this.log.opened.length;
    this.runUntil(() => client.session.isConnected && this.log.opened.length > before);
    return { ...client, sessionRow: this.log.opened.at(-1)!.sessionRow };
  }
}

/** Changes or drops (undefined) what a client sends. */
export function rewrite(client: LabClient, change: (datagram: Uint8Array) => Uint8Array | undefined): void {
  const { socket } = client;
  const claim = socket.claim.bind(socket);
  const commit = socket.commit.bind(socket);
  let at = 0;
  socket.claim = () => (at = claim());
  socket.commit = (length, address, addressAt) => {
    const changed = change(socket.outgoing.slice(at, at + length));
    if (changed === undefined) return;
    socket.outgoing.set(changed, at);
    commit(changed.length, address, addressAt);
  };
}

/** A message that clients may send on the reliable channel: ChatRequest's id, then a number. */
export function chatBytes(number: number, length = 20): Uint8Array {
  const bytes = new Uint8Array(length).fill(number & 0xff);
  bytes[0] = idOf('ChatRequest');
  new DataView(bytes.buffer).setUint32(1, number);
  return bytes;
}

export function numberOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
}
