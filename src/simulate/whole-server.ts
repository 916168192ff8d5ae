// A whole server in one thread: simulation, gateways, the control thread's desk and keeper, and real clients, over a
// simulated network on a virtual clock. The same compose functions as in production; only threads, sockets and time differ.
import { DatagramNetwork, type NetworkOptions } from '#adapters/memory/network/datagram-network.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import type { KeyLog } from '#adapters/protocol/session/crypto/key-log.js';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { RingTickCommands } from '#adapters/threads/records/operator-records.js';
import { RingGatewayOrders } from '#adapters/threads/records/ring-gateway-orders.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { beginningFrom } from '#application/persistence/beginning-from.js';
import { NameLookup } from '#application/persistence/name-lookup.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { JournalOwnership } from '#application/persistence/journal-ownership.js';
import type { Journal } from '#ports/storage/journal.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { GameClient } from '#client/game-client.js';
import type { GameListener } from '#client/game-listener.js';
import type { Content } from '#domain/content/content.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { Credentials } from '#adapters/protocol/session/client/client-options.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import { Admits } from '#ports/threads/gateway-orders.js';
import type { Log } from '#ports/system/log.js';
import { addressOf } from '#ports/network/datagram-address.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { CharacterDesk } from '#adapters/threads/records/character-desk.js';
import type { CharacterAudience } from '#application/presence/character-audience.js';
import { composeGateway, type GatewayParts } from '../game-server/compose-gateway.js';
import { composeSimulation } from '../game-server/compose-simulation.js';
import type { GatewayHost } from '#adapters/gateway/gateway-host.js';
import { OnlinePlayers } from '#application/presence/online-players.js';
import type { ServerSecrets } from '#adapters/node-files/identity-file.js';
import { createSharedMemory, type SharedMemory } from '#adapters/threads/shared-memory.js';
import type { SimulationHost } from '#adapters/threads/simulation-host.js';
import { SeededBytes } from './work/seeded-bytes.js';
import { VirtualClock } from './work/virtual-clock.js';

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

export const tickMs = 1000 / 60;

export interface WholeServerOptions {
  readonly content: Content;
  readonly seed?: number;
  readonly gateways?: number;
  readonly playersMax?: number;
  readonly guestsAllowed?: boolean;
  /** As its gateways begin; everybody if left out. */
  readonly admits?: Admits;
  readonly network?: NetworkOptions;
  readonly store?: CharacterStore;
  /** One of its own in memory unless given: a world that is to go on after this one is given that of the first. */
  readonly journal?: Journal;
  /** What the clock shows at the start, in steps: a server that follows another begins later. */
  readonly startSteps?: number;
  readonly keyLog?: KeyLog;
  /** As for GatewayParts; the clients replace their keys likewise. */
  readonly session?: NonNullable<GatewayParts['session']>;
  /** Hears, besides the directory, of characters that enter, leave and are saved. */
  readonly audience?: CharacterAudience;
}

/** A client and its socket, which is where its network is made bad. */
export interface ConnectedClient {
  readonly client: GameClient;
  readonly socket: MemoryDatagramSocket;
}

export class WholeServer {
  readonly clock = new VirtualClock();
  readonly network: DatagramNetwork;
  readonly memory: SharedMemory;
  readonly simulation: SimulationHost;
  readonly gateways: readonly GatewayHost[];
  readonly store: CharacterStore;
  readonly journal: Journal;
  readonly directory = new OnlinePlayers();
  readonly clients: GameClient[] = [];
  readonly crypto: CryptoSuite = new SodiumCryptoSuite();
  readonly random: RandomSource;
  /** What operators have the tick, and the gateways, do. */
  readonly tickCommands: RingTickCommands;
  readonly gatewayOrders: RingGatewayOrders;
  private readonly desk: CharacterDesk;
  readonly keeper: CharacterKeeper;
  readonly ownership: OwnershipBook;
  private readonly names: NameLookup;
  private readonly journalKeeper: JournalKeeper;
  readonly serverSockets: readonly MemoryDatagramSocket[];
  steps: number;
  private nextPort = 20_000;

  constructor(private readonly options: WholeServerOptions) {
    const { content, seed = 1, gateways = 1, playersMax = 200, guestsAllowed = true } = options;
    const { admits = Admits.all } = options;
    this.steps = options.startSteps ?? 0;
    this.clock.ms = this.steps * tickMs;
    this.random = new SeededBytes(seed);
    this.network = new DatagramNetwork({ seed, slots: 16_384, ...options.network });
    this.network.advanceTo(this.clock.ms);
    this.memory = createSharedMemory(content, gateways, playersMax);
    this.journal = options.journal ?? new MemoryJournal();
    this.simulation = composeSimulation(this.memory, content, this.clock, {
      seed,
      playersMax,
      saveSeconds: 10,
      begin: beginningFrom(this.journal),
    });
    this.serverSockets = this.memory.gateways.map(() => this.network.open(serverAddress, true));
    this.gateways = this.memory.gateways.map((_, index) =>
      composeGateway(
        this.memory,
        { index, sessionsMax: playersMax, guestsAllowed, identity: testIdentity(), admits },
        {
          socket: this.serverSockets[index]!,
          crypto: this.crypto,
          random: this.random,
          clock: this.clock,
          ...(options.keyLog && { keyLog: options.keyLog }),
          ...(options.session && { session: options.session }),
        },
      ),
    );
    this.store = options.store ?? new MemoryCharacterStore();
    const toSimulation = new RingProducer(this.memory.controlToSimulation);
    this.tickCommands = new RingTickCommands(toSimulation);
    this.gatewayOrders = new RingGatewayOrders(
      this.memory.gateways.map(({ fromControl }) => new RingProducer(fromControl)),
    );
    this.desk = new CharacterDesk({
      fromSimulation: new RingConsumer(this.memory.simulationToControl),
      toSimulation,
      listener: this.deskListener(options.audience),
      answers: this.tickCommands,
    });
    this.journalKeeper = new JournalKeeper({
      journal: this.journal,
      facts: new RingConsumer(this.memory.simulationToJournal),
      stored: new StoredFacts(this.memory.storedFacts),
      log: silentLog,
    });
    this.ownership = new JournalOwnership(this.journal, this.journalKeeper);
    this.keeper = new CharacterKeeper({
      content,
      ownership: this.ownership,
      store: this.store,
      clock: this.clock,
      log: silentLog,
      answers: this.desk,
    });
    this.names = new NameLookup({ store: this.store, answers: this.desk, log: silentLog });
    this.desk.attach(this.keeper, this.names);
    this.desk.tellDate(this.clock.unixMs());
  }

  connect(name: string, listener: GameListener = {}): GameClient {
    return this.join(name, listener).client;
  }

  /** As `connect`, and tells which socket is the client's. With `credentials` it takes up an earlier session. */
  join(name: string, listener: GameListener, credentials?: Credentials): ConnectedClient {
    const socket = this.network.open(this.freshAddress());
    const client = new GameClient({
      socket,
      crypto: this.crypto,
      random: this.random,
      clock: this.clock,
      listener,
      credentials: credentials ?? { kind: 'guest', name, secret: secretOf(name) },
      resumable: true,
      ...(this.options.session?.rekey && { rekey: this.options.session.rekey }),
      serverAddress,
    });
    this.clients.push(client);
    return { client, socket };
  }

  /** An address that nobody has had yet. */
  freshAddress(): Uint8Array {
    const number = this.nextPort++ - 20_000;
    return addressOf(`127.0.${number >> 15}.1`, 20_000 + (number & 0x7fff));
  }

  /** The client's program dies: nobody is told. */
  crash({ client, socket }: ConnectedClient): void {
    this.clients.splice(this.clients.indexOf(client), 1);
    void socket.close();
  }

  private eachSecond(): void {
    this.desk.tellDate(this.clock.unixMs());
    void this.names.lookAgain();
  }

  /** One tick of everything; `act` runs before the clients send. */
  async step(act?: (client: GameClient, index: number) => void): Promise<void> {
    this.clock.ms = ++this.steps * tickMs;
    if (this.steps % ticksPerSecond === 0) this.eachSecond();
    this.network.advanceTo(this.clock.ms);
    this.clients.forEach((client, index) => {
      if (client.isInWorld) act?.(client, index);
      client.update();
    });
    this.network.deliverDue();
    for (const gateway of this.gateways) gateway.turn(0);
    this.simulation.turn();
    for (const gateway of this.gateways) gateway.turn(0);
    this.journalKeeper.drain();
    this.desk.drain();
    // Loads and saves are promises over synchronous work: a few turns of the microtask queue settle them.
    if (this.steps % 4 === 0) await this.keeper.flush();
    for (let i = 0; i < 16; i++) await Promise.resolve();
    this.desk.drain();
    this.network.deliverDue();
  }

  async run(ticks: number, act?: (client: GameClient, index: number) => void): Promise<void> {
    for (let i = 0; i < ticks; i++) await this.step(act);
  }

  /** Steps until `done`, at most `ticks` times; throws when it does not come about. */
  async until(
    done: () => boolean,
    ticks = 600,
    act?: (client: GameClient, index: number) => void,
  ): Promise<void> {
    for (let i = 0; i < ticks; i++) {
      if (done()) return;
      await this.step(act);
    }
    throw new Error(`not within ${ticks} ticks`);
  }

  private deskListener(audience: CharacterAudience | undefined): CharacterAudience {
    const { directory } = this;
    return {
      entered(character) {
        directory.entered(character);
        audience?.entered(character);
      },
      departed(character) {
        directory.departed(character);
        audience?.departed(character);
      },
      saved(character) {
        directory.saved(character);
        audience?.saved(character);
      },
    };
  }

  /** What a stopping server does with its characters. */
  async saveEverything(): Promise<void> {
    let taken = false;
    void this.desk.takeAll().then(() => (taken = true));
    await this.until(() => taken);
    await this.keeper.flush();
  }
}

/** Whoever connects with a name owns it, again and again and whatever its case. */
export function secretOf(anyCase: string): Uint8Array {
  const name = anyCase.toLowerCase();
  const secret = new Uint8Array(32).fill(1);
  for (let i = 0; i < name.length; i++) secret[i] = name.charCodeAt(i);
  return secret;
}

/** All gateways share it. */
export const serverAddress = addressOf('127.0.0.1', 7777);

function testIdentity(): ServerSecrets {
  return {
    serverId: '01010101-0101-0101-0101-010101010101',
    serverIdBytes: new Uint8Array(16).fill(1),
    staticSecretKey: new Uint8Array(32).fill(2),
    signingSeed: new Uint8Array(32).fill(3),
  };
}
