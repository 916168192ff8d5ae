// The simulation's, its helpers' and the gateways' threads of one game server.

import { gatewaySteering } from '#adapters/udp/gateway-steering.js';
import type { Content } from '#domain/content/content.js';
import type { WorldBeginning } from '#application/game/restore-world.js';
import type { Configuration } from '../configuration/settings.js';
import type { GatewayReady, GatewayWorkerData } from './gateway-worker.js';
import type { HelperWorkerData } from './helper-worker.js';
import type { ServerSecrets } from '#adapters/node-files/identity-file.js';
import type { Admits } from '#ports/threads/gateway-orders.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';
import type { SimulationWorkerData } from './simulation-worker.js';
import { claimPlayersPort, portTaken } from './udp-port.js';
import { WorkerThread } from '#adapters/threads/worker-thread.js';

const graceMs = 2000;
const randomSeed = (): number => Math.floor(Math.random() * 2 ** 32);

export interface GameThreadsOptions {
  readonly configuration: Configuration;
  readonly content: Content;
  readonly identity: ServerSecrets;
  readonly memory: SharedMemory;
  /** Where the journal ends. */
  readonly begin: WorldBeginning;
  /** Who is let in until the control thread, which begins later, says otherwise. */
  readonly admits: Admits;
  readonly stopAsked: AbortSignal | undefined;
}

export class GameThreads {
  readonly failure: Promise<never>;

  private constructor(
    private readonly threads: readonly WorkerThread[],
    private readonly gateways: readonly GatewayReady[],
    private readonly memory: SharedMemory,
    /** Of the world's randomness, given or drawn. */
    readonly seed: number,
  ) {
    this.failure = Promise.race(threads.map((thread) => thread.failure));
    this.failure.catch(() => undefined);
  }

  static async start(options: GameThreadsOptions): Promise<GameThreads> {
    const { memory, configuration, stopAsked } = options;
    const seed = configuration.seed ?? randomSeed();
    const started: WorkerThread[] = [];
    try {
      const simulation = await startSimulation(options, seed);
      started.push(simulation.thread);
      stopAsked?.throwIfAborted();
      for (let index = 0; index < options.configuration.helpers; index++)
        started.push(await startHelper(options, index));
      stopAsked?.throwIfAborted();
      const gateways = await startGateways(options, started);
      return new GameThreads(started, gateways, memory, seed);
    } catch (error) {
      await stopThreads(memory, started);
      throw error;
    }
  }

  get udpPort(): number {
    return this.gateways[0]!.port;
  }

  get udpKind(): string {
    return this.gateways[0]!.kind;
  }

  get udpKinds(): string[] {
    return this.gateways.map(({ kind }) => kind);
  }

  /** Which cryptography the gateways use, for people. */
  get cryptography(): string {
    return this.gateways[0]!.cryptography;
  }

  get udpReport(): string {
    const { report } = this.gateways[0]!;
    return this.gateways.length === 1 ? report : `${this.gateways.length} × ${report}`;
  }

  async heapBytes(): Promise<number> {
    const each = await Promise.all(this.threads.map((thread) => thread.heapBytes()));
    return each.reduce((sum, bytes) => sum + bytes, 0);
  }

  stop(): Promise<void> {
    return stopThreads(this.memory, this.threads);
  }
}

async function stopThreads(memory: SharedMemory, threads: readonly WorkerThread[]): Promise<void> {
  const stop = new Int32Array(memory.stop);
  Atomics.store(stop, 0, 1);
  Atomics.notify(stop, 0);
  await Promise.all(threads.map((thread) => thread.stop(graceMs)));
}

function startSimulation(
  { configuration, content, memory, begin }: GameThreadsOptions,
  seed: number,
): Promise<{ thread: WorkerThread; ready: unknown }> {
  const { playersMax, saveSeconds, helpers } = configuration;
  const workerData: SimulationWorkerData = {
    memory,
    content: content.lists,
    settings: { playersMax, saveSeconds, helpers, seed, begin },
  };
  return WorkerThread.start('simulation', new URL('./simulation-worker.js', import.meta.url), workerData);
}

async function startHelper({ memory }: GameThreadsOptions, index: number): Promise<WorkerThread> {
  const workerData: HelperWorkerData = { paths: memory.paths, stop: memory.stop };
  const file = new URL('./helper-worker.js', import.meta.url);
  return (await WorkerThread.start(`helper ${index}`, file, workerData)).thread;
}

/** Those that were started are in `started`, also when one fails. */
async function startGateways(options: GameThreadsOptions, started: WorkerThread[]): Promise<GatewayReady[]> {
  const gateways: GatewayReady[] = [];
  const claimed = await claimPlayersPort(options.configuration);
  try {
    for (let index = 0; index < options.memory.gateways.length; index++) {
      const { thread, ready } = await startGateway(options, index, claimed.port);
      started.push(thread);
      gateways.push(ready);
    }
    return gateways;
  } finally {
    await claimed.release();
  }
}

function startGateway(
  { configuration, identity, memory, admits }: GameThreadsOptions,
  index: number,
  port: number,
): Promise<{ thread: WorkerThread; ready: GatewayReady }> {
  const { host, udpAdapter, cipher, playersMax, guests } = configuration;
  const count = memory.gateways.length;
  const workerData: GatewayWorkerData = {
    memory,
    settings: {
      index,
      // The kernel spreads clients unevenly: each gateway takes half as many again as its share.
      sessionsMax: Math.min(playersMax, Math.ceil((playersMax * 1.5) / count)),
      guestsAllowed: guests,
      identity,
      admits,
    },
    technique: udpAdapter,
    udp: {
      ...{ host, port, reusePort: count > 1, keepsDestination: true },
      ...(count > 1 && { steering: gatewaySteering(count) }),
    },
    cipher,
    keyLogPath: configuration.keyLogFile,
  };
  return WorkerThread.start<GatewayReady>(
    `gateway ${index}`,
    new URL('./gateway-worker.js', import.meta.url),
    workerData,
  ).catch((error: unknown) => {
    throw isAddressInUse(error) ? new Error(portTaken(configuration), { cause: error }) : error;
  });
}

/** Errors keep their code on the way out of a thread, not their class. */
function isAddressInUse(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'address-in-use';
}
