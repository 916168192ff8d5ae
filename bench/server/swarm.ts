// Thousands of clients in one thread, made for load: real handshakes and sealed packets through the project's session
// layer, over a few batched sockets that all clients share. What a snapshot says is only counted, except by fighters.
// The swarm reports how far it fell behind its own pace, so that a slow generator is never taken for a slow server.

import type { Behaviour } from './behaviour.js';
import { ConnectionClients } from './connection-clients.js';
import { SegmentedSocket } from './sockets/segmented-socket.js';
import { segmentedMemoryBytes } from './sockets/segmented-memory.js';
import { SharedSocket } from './shared-socket.js';
import { Moves } from './stack-mover.js';
import { SwarmClient, type SwarmHost } from './swarm-client.js';
import { inputPacketBytes, UnreadSessions } from './unread-sessions.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { loadLinuxNetwork } from '#adapters/udp/linux-network.js';
import { addressOf } from '#ports/network/datagram-address.js';

export interface SwarmOptions {
  readonly port: number;
  readonly players: number;
  readonly inputHz: number;
  readonly behaviour: Behaviour;
  /** One in so many clients reads its snapshots once it is in the world; fighters all do. */
  readonly readingShare: number;
}

export interface SwarmReport {
  readonly joined: number;
  readonly failed: number;
  /** Until the last handshake was done, and until the last client was in the world. */
  readonly joinSeconds: number;
  readonly placedSeconds: number;
  readonly leaveSeconds: number;
  readonly inputsSent: number;
  readonly bytesIn: number;
  readonly packetsIn: number;
  readonly packetsOut: number;
  /** Of clients that read: packets of the server that never came, and own ones that were never acknowledged. */
  readonly lostIn: number;
  readonly lostOut: number;
  /** Of all: datagrams that found the sockets' queues full. */
  readonly receiveDropped: number;
  readonly rttMsP50: number;
  readonly rttMsP99: number;
  /** Inputs that the pace asked for and the swarm did not manage to send. */
  readonly inputsSkipped: number;
  /** CPU time of this process over the same window. */
  readonly cpuUs: number;
  readonly elapsedMs: number;
  readonly sendRefused: number;
  /** Of clients that arrange: asked, refused, not asked because too many waited, and confirmed by whole milliseconds. */
  readonly moves?: {
    readonly sent: number;
    readonly refused: number;
    readonly heldBack: number;
    readonly confirmedAfterMs: readonly number[];
  };
}

/** Clients in a row on one socket: as many as one run of datagrams may have. */
const neighbours = 64;
const socketsMin = 16;
/** Every socket is read once in this time while the swarm plays. Many sockets with little in each cost more than few. */
const readEveryMs = 4;
/** How long the swarm sleeps when it has nothing to do: less would take processor time from the server. */
const napMs = 2;
/** A turn with this many datagrams has kept the swarm busy enough: it does not sleep. */
const busyDatagrams = 512;
/** Inputs owed beyond this many milliseconds of pace are given up and counted. */
const owedMsMax = 100;
/** So many inputs, then the sockets are looked after again. */
const inputsPerTurn = 1024;
/** Every client is looked after once in this time while it does not play; an acknowledgement may wait for 100 ms. */
const maintainMs = 50;

export class Swarm {
  /** Nobody ever notifies it: to sleep on. */
  private readonly never = new Int32Array(new SharedArrayBuffer(4));
  private next = 0;
  private owed = 0;
  private pacedMs = 0;
  private nextRead = 0;
  private readMs = 0;
  private maintained = 0;
  private maintainedMs = 0;
  private inputsSent = 0;
  private inputsSkipped = 0;
  private joinSeconds = 0;
  private placedSeconds = 0;
  private leaveSeconds = 0;

  private constructor(
    private readonly clock: SystemClock,
    private readonly options: SwarmOptions,
    private readonly sockets: readonly SharedSocket[],
    private readonly host: SwarmHost,
    readonly clients: readonly SwarmClient[],
  ) {}

  static async open(options: SwarmOptions): Promise<Swarm> {
    const clock = new SystemClock();
    const crypto = new WasmCryptoSuite(new SodiumCryptoSuite(), { allocatableBytes: segmentedMemoryBytes });
    const host: SwarmHost = {
      crypto,
      random: new SystemRandom(),
      serverAddress: addressOf('127.0.0.1', options.port),
      fights: options.behaviour === 'fight',
      moves: options.behaviour === 'arrange' ? new Moves() : undefined,
      nowMs: () => clock.nowMs(),
      tick: 0,
      blockedSends: 0,
      byConnection: new ConnectionClients(),
      unread: new UnreadSessions(options.players, crypto, 60 / options.inputHz),
      memory: new EndpointMemory({
        connectionsMax: options.players,
        outgoingBlocks: 65_536,
        incomingBlocks: 65_536,
        messageBytesMax: 4096,
      }),
    };
    const network = await loadLinuxNetwork();
    const slotMemory = (bytes: number) => crypto.allocate(bytes);
    const local = { host: '127.0.0.1', port: 0, slotMemory };
    const clients: SwarmClient[] = [];
    const count = Math.max(socketsMin, Math.ceil(options.players / neighbours));
    const sockets = SegmentedSocket.openMany(network, local, count).map(
      (socket) => new SharedSocket(socket, host, clients),
    );
    const swarm = new Swarm(clock, options, sockets, host, clients);
    for (let i = 0; i < options.players; i++) {
      const reads = host.fights || host.moves !== undefined || i % options.readingShare === 0;
      const client = new SwarmClient(i, `load-${i}`, host, reads);
      clients.push(client);
      swarm.socketOf(i).add(client);
    }
    return swarm;
  }

  /** Those who send one after the other share a socket, so that their inputs go out in long runs. */
  private socketOf(index: number): SharedSocket {
    return this.sockets[Math.floor(index / neighbours) % this.sockets.length]!;
  }

  /** All join as fast as they are let; returns when all are in the world or have failed, or `timeoutMs` have passed. */
  join(timeoutMs: number): void {
    const startedMs = this.clock.nowMs();
    this.joinSeconds = 0;
    for (let nowMs = startedMs; nowMs - startedMs < timeoutMs; nowMs = this.clock.nowMs()) {
      let joining = 0;
      for (const socket of this.sockets) joining += socket.joinTurn(nowMs);
      const seconds = (nowMs - startedMs) / 1000;
      if (joining === 0 && this.joinSeconds === 0) this.joinSeconds = seconds;
      this.placedSeconds = seconds;
      if (joining === 0 && this.clients.every((client) => client.isPlaying || client.isFailed)) break;
      this.idle(nowMs);
    }
    this.pacedMs = this.clock.nowMs();
  }

  /** From now on only some read what they are told: reading is what the clients of a real game do, each on its own machine. */
  stopReading(): void {
    const nowMs = this.clock.nowMs();
    for (const client of this.clients) if (!client.reads && client.isPlaying) client.stopReading(nowMs);
  }

  /** Plays for this long. */
  play(seconds: number): void {
    const untilMs = this.clock.nowMs() + seconds * 1000;
    for (let nowMs = this.clock.nowMs(); nowMs < untilMs; nowMs = this.clock.nowMs()) {
      const received = this.receiveSome(nowMs);
      if (this.sendDue(nowMs) < inputsPerTurn && received < busyDatagrams) this.nap();
    }
  }

  /** Stands about for this long. */
  rest(seconds: number): void {
    const untilMs = this.clock.nowMs() + seconds * 1000;
    for (let nowMs = this.clock.nowMs(); nowMs < untilMs; nowMs = this.clock.nowMs()) this.idle(nowMs);
  }

  /** All leave at once; returns when the server has said goodbye to the last, or `timeoutMs` have passed. */
  leave(timeoutMs: number): void {
    const startedMs = this.clock.nowMs();
    for (const client of this.clients) client.leave(startedMs);
    for (let nowMs = startedMs; nowMs - startedMs < timeoutMs; nowMs = this.clock.nowMs()) {
      this.idle(nowMs);
      if (!this.clients.some((client) => client.isJoined)) break;
    }
    this.leaveSeconds = (this.clock.nowMs() - startedMs) / 1000;
  }

  private idle(nowMs: number): void {
    this.maintainSome(nowMs);
    if (this.receive(nowMs) === 0) this.nap();
  }

  private receive(nowMs: number): number {
    let received = 0;
    for (const socket of this.sockets) received += socket.receive(nowMs);
    return received;
  }

  /** From the sockets whose turn it is. */
  private receiveSome(nowMs: number): number {
    const { sockets } = this;
    const share = Math.min(1, (nowMs - this.readMs) / readEveryMs);
    this.readMs = nowMs;
    let received = 0;
    for (let left = Math.ceil(share * sockets.length); left > 0; left--) {
      received += sockets[this.nextRead]!.receive(nowMs);
      this.nextRead = (this.nextRead + 1) % sockets.length;
    }
    return received;
  }

  /** In turn, so that inputs are spread evenly over time. Returns how many. */
  private sendDue(nowMs: number): number {
    const { players, inputHz } = this.options;
    const perMs = (players * inputHz) / 1000;
    this.owed += (nowMs - this.pacedMs) * perMs;
    this.pacedMs = nowMs;
    if (this.owed > owedMsMax * perMs) {
      this.inputsSkipped += Math.floor(this.owed - owedMsMax * perMs);
      this.owed = owedMsMax * perMs;
    }
    const due = Math.min(Math.floor(this.owed), inputsPerTurn);
    for (let i = 0; i < due; i++) {
      this.sendInput(this.next, nowMs);
      this.next = this.next + 1 === players ? 0 : this.next + 1;
    }
    this.owed -= due;
    for (const socket of this.sockets) socket.flush();
    return due;
  }

  private sendInput(index: number, nowMs: number): void {
    const { host, options } = this;
    const { unread } = host;
    if (!unread.isActive(index)) {
      const client = this.clients[index]!;
      if (client.isPlaying && client.sendInput(nowMs, 60 / options.inputHz)) this.inputsSent++;
      return;
    }
    const { socket } = this.socketOf(index);
    const at = socket.claim();
    if (at < 0) {
      host.blockedSends++;
      return;
    }
    unread.writeInput(index, socket.outgoing, at, host.tick, Math.floor(nowMs) | 0);
    socket.commit(inputPacketBytes, host.serverAddress, 0);
    this.inputsSent++;
  }

  /** What clients that do not play want to send by themselves. */
  private maintainSome(nowMs: number): void {
    const { clients } = this;
    const share = Math.min(1, (nowMs - this.maintainedMs) / maintainMs);
    this.maintainedMs = nowMs;
    const wholeMs = Math.floor(nowMs) | 0;
    for (let left = Math.ceil(share * clients.length); left > 0; left--) {
      clients[this.maintained]!.maintain(wholeMs);
      this.maintained = (this.maintained + 1) % clients.length;
    }
    for (const socket of this.sockets) socket.flush();
  }

  private nap(): void {
    Atomics.wait(this.never, 0, 0, napMs);
  }

  /** Counted from the start; the caller takes differences. */
  report(): SwarmReport {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const playing = this.clients.filter((client) => client.isPlaying);
    const readers = playing.filter((client) => client.isReading);
    const roundTrips = readers.map((client) => client.roundTripMs).sort((a, b) => a - b);
    const sum = (of: (client: SwarmClient) => number): number =>
      readers.reduce((total, client) => total + of(client), 0);
    const counters = this.sockets.map((socket) => socket.counters);
    return {
      joined: playing.length,
      failed: this.clients.length - playing.length,
      joinSeconds: this.joinSeconds,
      placedSeconds: this.placedSeconds,
      leaveSeconds: this.leaveSeconds,
      inputsSent: this.inputsSent,
      bytesIn: counters.reduce((total, { bytesIn }) => total + bytesIn, 0),
      packetsIn: counters.reduce((total, { packetsIn }) => total + packetsIn, 0),
      packetsOut: counters.reduce((total, { packetsOut }) => total + packetsOut, 0),
      lostIn: sum((client) => client.lostIn),
      lostOut: sum((client) => client.lostOut),
      rttMsP50: roundTrips[Math.floor(roundTrips.length / 2)] ?? 0,
      rttMsP99: roundTrips[Math.floor(roundTrips.length * 0.99)] ?? 0,
      receiveDropped: counters.reduce((total, { receiveDropped }) => total + receiveDropped, 0),
      inputsSkipped: this.inputsSkipped,
      cpuUs: userCPUTime + systemCPUTime,
      elapsedMs: this.clock.nowMs(),
      sendRefused:
        this.host.blockedSends + counters.reduce((total, { sendDropped }) => total + sendDropped, 0),
      ...(this.host.moves && {
        moves: { ...this.host.moves, confirmedAfterMs: [...this.host.moves.confirmedAfterMs] },
      }),
    };
  }
}
