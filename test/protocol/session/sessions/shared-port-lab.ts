// Several endpoints of one server behind one address, and a system that gives each datagram to whichever of them it likes.

import { DatagramNetwork, type LinkConditions } from '#adapters/memory/network/datagram-network.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import type { ClientSessionOptions, Credentials } from '#adapters/protocol/session/client/client-options.js';
import { ClientSession } from '#adapters/protocol/session/client-session.js';
import { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import type { ServerEndpointOptions } from '#adapters/protocol/session/sessions/server-options.js';
import type { SessionCounters } from '#adapters/protocol/session/sessions/session-counters.js';
import { UsedTokens } from '#adapters/protocol/session/tokens/used-tokens.js';
import { createRelays, SharedDatagramRelay } from '#adapters/threads/memory/shared-datagram-relay.js';
import { createSessionRoom, SharedSessionRoom } from '#adapters/threads/memory/shared-session-room.js';
import { addressOf } from '#ports/network/datagram-address.js';
import {
  ClientLog,
  crypto,
  identity,
  type LabClient,
  SeededRandom,
  ServerLog,
  VirtualClock,
} from '../session-lab.js';

export interface SharedPortOptions {
  readonly gateways?: number;
  readonly sessionRoom?: number;
  readonly conditions?: Partial<LinkConditions>;
  readonly server?: Partial<ServerEndpointOptions>;
  readonly seed?: number;
}

export interface Gateway {
  readonly endpoint: ServerEndpoint;
  readonly socket: MemoryDatagramSocket;
  readonly log: ServerLog;
  /** A gateway that stands still takes no turns. */
  isStill: boolean;
}

export class SharedPortLab {
  readonly clock = new VirtualClock();
  readonly network: DatagramNetwork;
  readonly serverAddress = addressOf('10.0.0.1', 7777);
  readonly gateways: readonly Gateway[];
  readonly clients: LabClient[] = [];
  readonly random: SeededRandom;
  private nextPort = 20_000;
  private readonly seed: number;

  constructor({
    gateways = 3,
    sessionRoom = 64,
    conditions = {},
    server = {},
    seed = 1,
  }: SharedPortOptions = {}) {
    this.seed = seed;
    this.network = new DatagramNetwork({ seed, conditions, slots: 8192, socketQueue: 4096 });
    this.network.advanceTo(this.clock.ms);
    this.random = new SeededRandom(seed + 999);
    const relays = createRelays(gateways);
    const free = createSessionRoom(sessionRoom);
    const tokenLedger = new UsedTokens(1000);
    this.gateways = Array.from({ length: gateways }, (_, index) => {
      const socket = this.network.open(this.serverAddress, true);
      const log = new ServerLog();
      const endpoint = new ServerEndpoint({
        ...{ socket, crypto, tokenLedger, identity },
        random: new SeededRandom(seed + index),
        clock: this.clock,
        listener: log,
        gatewayIndex: index,
        relay: new SharedDatagramRelay(relays, index),
        sessionRoom: new SharedSessionRoom(free),
        sessionsMax: 64,
        guestsAllowed: true,
        ...{ tickRate: 60, snapshotRate: 20, currentTick: () => 1234 },
        ...server,
      });
      return { endpoint, socket, log, isStill: false };
    });
  }

  /** From now on every single datagram goes to any of the gateways. */
  spreadAtRandom(): void {
    this.network.spread = (sockets) => Math.floor(this.random.next() * sockets);
  }

  join(credentials?: Credentials, options: Partial<ClientSessionOptions> = {}): LabClient {
    const number = this.clients.length;
    const socket = this.network.open(addressOf('10.0.0.2', this.nextPort++));
    const log = new ClientLog();
    const session = new ClientSession({
      ...{ socket, crypto, clock: this.clock, listener: log, serverAddress: this.serverAddress },
      random: new SeededRandom(number + 77 + 1000 * this.seed),
      credentials: credentials ?? { kind: 'guest', name: `bot-${number}` },
      ...options,
    });
    const client = { session, socket, log };
    this.clients.push(client);
    return client;
  }

  run(ms: number, each?: () => void): void {
    const end = this.clock.ms + ms;
    while (this.clock.ms < end) {
      this.clock.ms += 5;
      this.network.advanceTo(this.clock.ms);
      for (const { endpoint, isStill } of this.gateways) if (!isStill) endpoint.receive(0);
      each?.();
      for (const { endpoint, isStill } of this.gateways) {
        if (isStill) continue;
        endpoint.update();
        endpoint.flush();
      }
      for (const client of this.clients) client.session.update();
    }
  }

  runUntil(holds: () => boolean, limitMs = 20_000): void {
    const end = this.clock.ms + limitMs;
    while (!holds()) {
      if (this.clock.ms >= end) throw new Error(`did not happen within ${limitMs} ms`);
      this.run(5);
    }
  }

  /** So many clients, all in established sessions. */
  connect(count: number): readonly LabClient[] {
    const clients = Array.from({ length: count }, () => this.join());
    this.runUntil(() => clients.every(({ session }) => session.isConnected));
    this.run(200);
    return clients;
  }

  /** The gateway that has this client's session. */
  homeOf({ session }: LabClient): Gateway {
    return this.gateways[session.connection.connectionId >>> 24]!;
  }

  rowOf({ session }: LabClient): number {
    return session.connection.connectionId & 0xffff;
  }

  /** Of all gateways. */
  sum(counter: keyof SessionCounters): number {
    return this.gateways.reduce((sum, { endpoint }) => sum + endpoint.counters[counter], 0);
  }

  /** For whatever reason. */
  get sessionsClosed(): number {
    return this.gateways.reduce((sum, { log }) => sum + log.closed.length, 0);
  }
}
