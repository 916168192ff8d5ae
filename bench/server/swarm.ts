// Thousands of clients in one thread, made for load: real handshakes and sealed packets through the project's session
// layer, over a few batched sockets that all clients share. What a snapshot says is only counted, except by fighters.
// The swarm reports how far it fell behind its own pace, so that a slow generator is never taken for a slow server.

import { SharedSocket } from './shared-socket.js';
import { SwarmClient, type SwarmHost } from './swarm-client.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { EndpointMemory } from '#adapters/protocol/session/endpoint-memory.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import { addressOf } from '#ports/datagram-address.js';

export interface SwarmOptions {
  readonly port: number;
  readonly players: number;
  readonly inputHz: number;
  readonly sockets: number;
  readonly behaviour: 'wander' | 'fight';
}

export interface SwarmReport {
  readonly joined: number;
  readonly failed: number;
  readonly joinSeconds: number;
  readonly inputsSent: number;
  readonly snapshots: number;
  readonly bytesIn: number;
  readonly packetsIn: number;
  readonly packetsOut: number;
  /** Packets of the server that never arrived, and own ones that were never acknowledged. */
  readonly lostIn: number;
  readonly lostOut: number;
  readonly rttMsP50: number;
  readonly rttMsP99: number;
  /** Inputs that the pace asked for and the swarm did not manage to send. */
  readonly inputsSkipped: number;
  /** CPU time of this process over the same window. */
  readonly cpuUs: number;
  readonly elapsedMs: number;
  readonly sendRefused: number;
}

/** A pass over the sockets at least this often. */
const waitMs = 1;
/** Inputs owed beyond this many milliseconds of pace are given up and counted. */
const owedMsMax = 100;

export class Swarm {
  readonly clients: SwarmClient[] = [];
  private readonly clock = new SystemClock();
  private next = 0;
  private owed = 0;
  private pacedMs = 0;
  private inputsSent = 0;
  private inputsSkipped = 0;
  private joinSeconds = 0;

  private constructor(
    private readonly options: SwarmOptions,
    private readonly sockets: readonly SharedSocket[],
    private readonly host: SwarmHost,
  ) {}

  static async open(options: SwarmOptions): Promise<Swarm> {
    const clock = new SystemClock();
    const host: SwarmHost = {
      crypto: new SodiumCryptoSuite(),
      random: new SystemRandom(),
      serverAddress: addressOf('127.0.0.1', options.port),
      fights: options.behaviour === 'fight',
      blockedSends: 0,
      memory: new EndpointMemory({ outgoingBlocks: 65_536, incomingBlocks: 65_536, messageBytesMax: 4096 }),
    };
    const sockets: SharedSocket[] = [];
    for (let i = 0; i < options.sockets; i++) {
      const { socket } = await openDatagramSocket('recvmmsg', { host: '127.0.0.1', port: 0 });
      sockets.push(new SharedSocket(socket, clock));
    }
    const swarm = new Swarm(options, sockets, host);
    for (let i = 0; i < options.players; i++) {
      const client = new SwarmClient(i, `load-${i}`, host);
      swarm.clients.push(client);
      sockets[i % sockets.length]!.add(client);
    }
    return swarm;
  }

  /** All join as fast as they are let; resolves when all stand, or have failed, or `timeoutMs` have passed. */
  join(timeoutMs: number): void {
    const startedMs = this.clock.nowMs();
    for (;;) {
      const nowMs = this.clock.nowMs();
      let waiting = 0;
      for (const socket of this.sockets) waiting += socket.joinTurn(nowMs);
      if (waiting === 0 || nowMs - startedMs > timeoutMs) break;
    }
    this.joinSeconds = (this.clock.nowMs() - startedMs) / 1000;
    this.pacedMs = this.clock.nowMs();
  }

  /** Plays for this long. */
  play(seconds: number): void {
    const untilMs = this.clock.nowMs() + seconds * 1000;
    for (let nowMs = this.clock.nowMs(); nowMs < untilMs; nowMs = this.clock.nowMs()) {
      for (const socket of this.sockets)
        socket.receive(nowMs, this.owed >= 1 ? 0 : waitMs / this.sockets.length);
      this.sendDue(nowMs);
    }
  }

  /** In turn, so that inputs are spread evenly over time. */
  private sendDue(nowMs: number): void {
    const { players, inputHz } = this.options;
    const perMs = (players * inputHz) / 1000;
    this.owed += (nowMs - this.pacedMs) * perMs;
    this.pacedMs = nowMs;
    if (this.owed > owedMsMax * perMs) {
      this.inputsSkipped += Math.floor(this.owed - owedMsMax * perMs);
      this.owed = owedMsMax * perMs;
    }
    // A slice at a time, so that receiving never waits long.
    for (let left = Math.min(Math.floor(this.owed), 512); left > 0; left--) {
      const client = this.clients[this.next]!;
      this.next = (this.next + 1) % this.clients.length;
      this.owed--;
      if (client.isPlaying && client.sendInput(nowMs, 60 / inputHz)) this.inputsSent++;
    }
    for (const socket of this.sockets) socket.flush();
  }

  leave(): void {
    const untilMs = this.clock.nowMs() + 500;
    for (const client of this.clients) client.leave(this.clock.nowMs());
    while (this.clock.nowMs() < untilMs) {
      for (const socket of this.sockets) {
        socket.maintain(this.clock.nowMs());
        socket.receive(this.clock.nowMs(), 1);
      }
    }
  }

  /** Counted from the start; the caller takes differences. */
  report(): SwarmReport {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const playing = this.clients.filter((client) => client.isPlaying);
    const roundTrips = playing.map((client) => client.roundTripMs).sort((a, b) => a - b);
    const sum = (of: (client: SwarmClient) => number): number =>
      this.clients.reduce((total, client) => total + of(client), 0);
    const counters = this.sockets.map((socket) => socket.counters);
    return {
      joined: playing.length,
      failed: this.clients.length - playing.length,
      joinSeconds: this.joinSeconds,
      inputsSent: this.inputsSent,
      snapshots: sum((client) => client.snapshots),
      bytesIn: counters.reduce((total, { bytesIn }) => total + bytesIn, 0),
      packetsIn: counters.reduce((total, { packetsIn }) => total + packetsIn, 0),
      packetsOut: counters.reduce((total, { packetsOut }) => total + packetsOut, 0),
      lostIn: sum((client) => client.lostIn),
      lostOut: sum((client) => client.lostOut),
      rttMsP50: roundTrips[Math.floor(roundTrips.length / 2)] ?? 0,
      rttMsP99: roundTrips[Math.floor(roundTrips.length * 0.99)] ?? 0,
      inputsSkipped: this.inputsSkipped,
      cpuUs: userCPUTime + systemCPUTime,
      elapsedMs: this.clock.nowMs(),
      sendRefused:
        this.host.blockedSends + counters.reduce((total, { sendDropped }) => total + sendDropped, 0),
    };
  }
}
