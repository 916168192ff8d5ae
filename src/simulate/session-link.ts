// One client in session with one server over a link in memory, in virtual time: for measuring what a link does to traffic.

import { DatagramNetwork, type LinkConditions } from '#adapters/memory/network/datagram-network.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { ClientSession } from '#adapters/protocol/session/client-session.js';
import { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import { makeServerIdentity } from '#adapters/protocol/session/tokens/server-identity.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { SeededBytes } from './work/seeded-bytes.js';
import { VirtualClock } from './work/virtual-clock.js';

const stepMs = 5;
const serverAddress = addressOf('10.0.0.1', 7777);

/** A message that arrived; `data` holds only during the call. */
export type TakeMessage = (data: Uint8Array, at: number, length: number) => void;

export class SessionLink {
  readonly network: DatagramNetwork;
  readonly clock = new VirtualClock();
  readonly server: ServerEndpoint;
  readonly client: ClientSession;
  /** The server's row of the session, -1 before it stands. */
  sessionRow = -1;
  onServerMessage: TakeMessage = () => {};
  onClientMessage: TakeMessage = () => {};
  /** Why the session ended, should it. */
  ended: SessionEnd | undefined;
  /** Clients besides the one that is measured. */
  readonly others: ClientSession[] = [];
  private readonly sockets: readonly [MemoryDatagramSocket, MemoryDatagramSocket];
  private readonly crypto = new SodiumCryptoSuite();
  private readonly random: SeededBytes;

  constructor(seed: number) {
    const { crypto } = this;
    const random = new SeededBytes(seed);
    this.random = random;
    this.clock.ms = 1000;
    this.network = new DatagramNetwork({ seed, slots: 8192, socketQueue: 4096 });
    this.network.advanceTo(this.clock.ms);
    this.sockets = [this.network.open(serverAddress), this.network.open(addressOf('10.0.0.2', 20_000))];
    this.server = new ServerEndpoint({
      socket: this.sockets[0],
      ...{ crypto, random, clock: this.clock },
      listener: {
        onSessionOpened: (sessionRow) => (this.sessionRow = sessionRow),
        onMessage: (_sessionRow, _channel, data, at, length) => this.onServerMessage(data, at, length),
        onSessionClosed: () => {},
        onPacketAcked: () => {},
        onPacketLost: () => {},
      },
      identity: makeServerIdentity(crypto, {
        serverId: new Uint8Array(16).fill(1),
        exchangeSeed: new Uint8Array(32).fill(2),
        signingSeed: new Uint8Array(32).fill(3),
      }),
      ...{ gatewayIndex: 0, sessionsMax: 64, guestsAllowed: true, tickRate: 60, snapshotRate: 20 },
      currentTick: () => 1,
    });
    this.client = this.clientOn(this.sockets[1], 'traveller', {
      onMessage: (data, at, length) => this.onClientMessage(data, at, length),
      onClosed: (end) => (this.ended = end),
    });
  }

  /** One more client, on a perfect link. */
  addClient(): ClientSession {
    const number = this.others.length + 1;
    const socket = this.network.open(addressOf(`10.0.1.${number}`, 20_000));
    const client = this.clientOn(socket, `other-${number}`, { onMessage: () => {}, onClosed: () => {} });
    this.others.push(client);
    return client;
  }

  private clientOn(
    socket: MemoryDatagramSocket,
    name: string,
    listener: { readonly onMessage: TakeMessage; readonly onClosed: (end: SessionEnd) => void },
  ): ClientSession {
    return new ClientSession({
      ...{ socket, crypto: this.crypto, random: this.random, clock: this.clock, serverAddress },
      listener: {
        onConnected: () => {},
        onMessage: (_channel, data, at, length) => listener.onMessage(data, at, length),
        onPacketAcked: () => {},
        onPacketLost: () => {},
        onClosed: listener.onClosed,
      },
      credentials: { kind: 'guest', name },
    });
  }

  get serverSocket(): MemoryDatagramSocket {
    return this.sockets[0];
  }

  /** From now on the link is like this, both ways. */
  setConditions(conditions: LinkConditions): void {
    for (const socket of this.sockets) Object.assign(socket.conditions, conditions);
  }

  /** Lets virtual time pass; `each` runs every 5 ms before the two sides send. */
  run(ms: number, each?: (nowMs: number) => void): void {
    const endMs = this.clock.ms + ms;
    while (this.clock.ms < endMs && this.ended === undefined) {
      this.clock.ms += stepMs;
      this.network.advanceTo(this.clock.ms);
      this.server.receive(0);
      each?.(this.clock.ms);
      this.server.update();
      this.server.flush();
      this.client.update();
      for (const other of this.others) other.update();
    }
  }

  /** Establishes the session over a perfect link. Throws when that does not succeed. */
  connect(): void {
    for (let i = 0; i < 400 && !(this.client.isConnected && this.sessionRow >= 0); i++) this.run(stepMs);
    if (this.sessionRow < 0) throw new Error('no session over a perfect link');
  }
}
