// The server under load, in a process of its own: says where it is, then answers every question with its figures.

import type { Worker } from 'node:worker_threads';
import { PinoLog } from '#adapters/system/pino-log.js';
import { loadConfiguration } from '#src/configuration/load-configuration.js';
import { startGameServer } from '#src/game-server/start-game-server.js';
import { requireContent } from '#src/process/require-content.js';
import { durationsBetween, quantileMs } from '#application/telemetry/durations-between.js';
import type { ServerFigures } from '#ports/system/metrics.js';
import { argument, answer } from '../harness/child.js';

export interface ServerArgument {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly playersMax: number;
  /** Threads; 0 for the default. */
  readonly gateways: number;
  /** More settings, by the names of the environment. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface ServerReading {
  readonly figures: ServerFigures;
  /** Of the ticks since the reading before. */
  readonly tickMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Of all threads together. */
  readonly cpuUs: number;
  /** Of all gateways' threads. */
  readonly gatewayCpuUs: number;
  /** Unix time. */
  readonly atMs: number;
  readonly memoryBytes: number;
  /** Since it was told to make one after the other. */
  readonly backupsMade: number;
}

const gateways: Worker[] = [];
process.on('worker', (worker: Worker) => {
  if (worker.threadName?.startsWith('gateway')) gateways.push(worker);
});
const { contentDir, dataDir, playersMax, gateways: gatewayThreads, settings } = argument<ServerArgument>();
const loaded = loadConfiguration({
  args: [],
  environment: {
    TOS_CONTENT_DIR: contentDir,
    TOS_DATA_DIR: dataDir,
    TOS_PLAYERS_MAX: String(playersMax),
    ...(gatewayThreads > 0 && { TOS_GATEWAYS: String(gatewayThreads) }),
    TOS_UDP_PORT: '0',
    TOS_GAME_HTTP_PORT: '0',
    TOS_SEED: '1',
    ...settings,
  },
  workingDir: dataDir,
  usage: '',
});
if (loaded.kind !== 'ready') throw new Error(JSON.stringify(loaded));
const server = await startGameServer({
  configuration: loaded.configuration,
  content: await requireContent(contentDir),
  log: PinoLog.to({ level: 'error' }),
  version: 'bench',
});
answer({ udpPort: server.udpPort, udpReport: server.udpReport });
let backupsMade = 0;
let isBackingUp = false;
let lastTicks = server.figures.read().simulation.tickDurations;

async function read(): Promise<ServerReading> {
  const used = await Promise.all(gateways.map((worker) => worker.cpuUsage()));
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const figures = server.figures.read();
  const ticks = durationsBetween([lastTicks], [figures.simulation.tickDurations]);
  return {
    figures,
    tickMs: { p50: quantileMs(ticks, 0.5), p99: quantileMs(ticks, 0.99), max: quantileMs(ticks, 1) },
    cpuUs: userCPUTime + systemCPUTime,
    gatewayCpuUs: used.reduce((total, { user, system }) => total + user + system, 0),
    atMs: Date.now(),
    memoryBytes: process.memoryUsage.rss(),
    backupsMade,
  };
}

/** One after the other, until it is told to stop. */
async function keepBackingUp(): Promise<void> {
  isBackingUp = true;
  try {
    for (; isBackingUp; backupsMade++) await server.backUp();
  } catch (error) {
    // The one that the server's stop gave up.
    if (isBackingUp) throw error;
  }
}

process.on('message', (message: 'read' | 'peek' | 'back-up' | 'stop') => {
  if (message === 'back-up') {
    void keepBackingUp();
    return;
  }
  if (message === 'stop') {
    isBackingUp = false;
    void server.stop().then(() => process.exit(0));
    return;
  }
  void read().then((reading) => {
    if (message === 'read') lastTicks = reading.figures.simulation.tickDurations;
    answer(reading);
  });
});
process.on('disconnect', () => process.exit(1));
