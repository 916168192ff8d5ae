// A server endpoint and a few clients, to be given forged datagrams at any time. Two worlds made with one seed and given
// the same inputs behave alike, unless something looked at what lies around an input.

import { DatagramNetwork } from '#adapters/memory/network/datagram-network.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import type { Credentials } from '#adapters/protocol/session/client/client-options.js';
import { ClientSession } from '#adapters/protocol/session/client-session.js';
import { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import { makeServerIdentity } from '#adapters/protocol/session/tokens/server-identity.js';
import { chatRequestId } from '#adapters/protocol/generated/game.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { SeededBytes } from '../simulate/work/seeded-bytes.js';
import { VirtualClock } from '../simulate/work/virtual-clock.js';

const clientsMax = 4;
const sessionsMax = 12;
const serverAddress = addressOf('10.0.0.1', 7777);

/** Keys are replaced often enough to meet every phase in one world. */
const rekey = { packets: 24, ms: 5_000 };

/** As often as the schema allows: who says more is soon thrown out. */
const chatEveryMs = 500;

interface WorldClient {
  session: ClientSession;
  readonly socket: MemoryDatagramSocket;
  /** Its socket's; changes when the client moves. */
  readonly address: Uint8Array;
  chatAtMs: number;
}

export class SessionWorld {
  readonly network: DatagramNetwork;
  readonly server: ServerEndpoint;
  readonly clients: WorldClient[] = [];
  private readonly clock = new VirtualClock();
  private readonly random: SeededBytes;
  private nextPort = 20_000;
  /** What the listeners heard, in short. */
  private heard = 0;

  constructor(
    private readonly crypto: CryptoSuite,
    seed: number,
  ) {
    this.random = new SeededBytes(seed);
    this.clock.ms = 1000;
    this.network = new DatagramNetwork({ seed, slots: 512, socketQueue: 256, conditions: { delayMs: 5 } });
    this.network.advanceTo(this.clock.ms);
    const hear = (what: number) => (this.heard = (Math.imul(this.heard, 31) + what) | 0);
    this.server = new ServerEndpoint({
      socket: this.network.open(serverAddress),
      crypto,
      random: this.random,
      clock: this.clock,
      listener: {
        onSessionOpened: (sessionRow) => hear(1000 + sessionRow),
        onMessage: (sessionRow, channel, buffer, at, length) => {
          for (let i = 0; i < length; i++) hear(buffer[at + i]!);
          hear(sessionRow * 4 + channel);
        },
        onSessionClosed: (sessionRow, reason) => hear(2000 + sessionRow * 16 + reason),
        onPacketAcked: (_sessionRow, number) => hear(number),
        onPacketLost: (_sessionRow, number) => hear(-number),
      },
      identity: makeServerIdentity(crypto, {
        serverId: new Uint8Array(16).fill(1),
        exchangeSeed: new Uint8Array(32).fill(2),
        signingSeed: new Uint8Array(32).fill(3),
      }),
      ...{
        gatewayIndex: 0,
        sessionsMax,
        guestsAllowed: true,
        tickRate: 60,
        snapshotRate: 20,
        blocksMax: 1024,
        rekey,
      },
      currentTick: () => 1,
    });
  }

  /** A new client, in place of the oldest when there are enough. */
  addClient(): void {
    this.clients.push(this.newClient({ kind: 'guest', name: `fuzz-${this.nextPort}` }));
    if (this.clients.length > clientsMax) this.clients.shift()!.session.disconnect(1, true);
  }

  /** A client's packets come from another address from now on. */
  moveClient(index: number): void {
    const client = this.clients[index % this.clients.length];
    if (client === undefined || client.session.isClosed) return;
    const address = addressOf(`10.0.0.${2 + (index & 1)}`, this.nextPort++);
    this.network.move(client.socket, address);
    client.address.set(address);
  }

  /** A client's program dies, and the next one takes up its session. */
  resumeClient(index: number): void {
    const at = index % this.clients.length;
    const credentials = this.clients[at]?.session.resumeCredentials;
    if (credentials === undefined) return;
    void this.clients[at]!.socket.close();
    this.clients[at] = this.newClient(credentials);
  }

  private newClient(credentials: Credentials): WorldClient {
    const address = addressOf('10.0.0.2', this.nextPort++);
    const socket = this.network.open(address);
    const session = new ClientSession({
      ...{ socket, crypto: this.crypto, random: this.random, clock: this.clock, serverAddress, credentials },
      listener: {
        onConnected: () => {},
        onMessage: (_channel, _buffer, _at, length) => (this.heard = (this.heard * 7 + length) | 0),
        onPacketAcked: () => {},
        onPacketLost: () => {},
        onClosed: () => {},
      },
      rekey,
    });
    return { session, socket, address, chatAtMs: 0 };
  }

  /** Lets time pass and everybody do its work. */
  pass(ms: number): void {
    this.clock.ms += ms;
    this.network.advanceTo(this.clock.ms);
    this.server.receive(0);
    for (let sessionRow = 0; sessionRow < this.server.sessionRowsEnd; sessionRow++) {
      if (this.server.isEstablished(sessionRow))
        this.server.send(sessionRow, sessionRow % 2 === 0, chat, 0, chat.length);
    }
    this.server.update();
    this.server.flush();
    for (const client of this.clients) {
      if (this.clock.ms >= client.chatAtMs && client.session.send(true, chat, 0, chat.length)) {
        client.chatAtMs = this.clock.ms + chatEveryMs;
      }
      client.session.update();
    }
  }

  toServer(buffer: Uint8Array, at: number, length: number, from: Uint8Array): void {
    this.server.onDatagram(buffer, at, length, from, 0);
  }

  toClient(index: number, buffer: Uint8Array, at: number, length: number): void {
    const client = this.clients[index % Math.max(1, this.clients.length)];
    if (client !== undefined && !client.session.isClosed) {
      client.session.onDatagram(buffer, at, length, serverAddress, 0);
    }
  }

  /** Equal for worlds that went the same way. */
  fingerprint(): string {
    const { counters, sessionsUsed, blocksUsed } = this.server;
    const clients = this.clients.map(({ session }) => [session.isConnected, session.droppedDatagrams]);
    return JSON.stringify([counters, sessionsUsed, blocksUsed, clients, this.heard]);
  }
}

const chat = new Uint8Array(20).fill(65);
chat[0] = chatRequestId;
chat[1] = 1;
chat[2] = 17;
