// The whole server under load: a real game server in one process, a swarm of clients in another, on loopback. Prints
// what the server did, what it cost, and whether the swarm kept its own pace; a figure is only the server's when it did.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../benchmark.js';
import { nextMessage, start } from '../child.js';
import { writeBenchWorld } from './bench-world.js';
import type { ServerArgument, ServerReading } from './server-process.js';
import type { SwarmArgument } from './swarm-process.js';
import type { SwarmReport } from './swarm.js';

const warmUpSeconds = 4;
const inputHz = 60;
/** Of one process on two cores; beyond it the generator, not the server, is at its end. */
const saturatedShare = 0.02;

export interface ServerLoad {
  readonly players: number;
  readonly creatures: number;
  readonly crowded: boolean;
  readonly seconds: number;
  readonly fights: boolean;
}

export const server: Benchmark = {
  name: 'server',
  about:
    'the whole server under a swarm of clients (--players 1000 --seconds 10 [--crowd] [--fight] [--creatures 500])',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const { players = 1000, creatures = 500, crowded = false, fights = false } = options.load ?? {};
  const load: ServerLoad = { players, creatures, crowded, fights, seconds: options.seconds };
  options.progress(`${players} players, ${creatures} creatures${crowded ? ', all in one place' : ''}`);
  const summary = await measureServer(load, options.progress);
  return {
    title: `Server under ${players} players at ${inputHz} inputs/s${crowded ? ', all in one place' : ''}`,
    columns: ['', 'value'],
    rows: Object.entries(summary).map(([name, value]) => [name, String(value)]),
    notes: [
      summary.generatorSkipped > saturatedShare * summary.inputsPerSecond * load.seconds
        ? 'The generator did not keep its pace: these are its limits, not the server’s.'
        : 'The generator kept its pace.',
      'CPU per input and per snapshot is the gateway thread’s own time in receiving, and in choosing, encoding and sending.',
    ],
    raw: summary,
    summary,
  };
}

/** `serverNode` are arguments for the server's Node, such as a profiler's. */
export async function measureServer(
  load: ServerLoad,
  progress: (line: string) => void,
  serverNode: readonly string[] = [],
) {
  const folder = mkdtempSync(join(tmpdir(), 'server-bench-'));
  const children: ChildProcess[] = [];
  try {
    const world = await writeBenchWorld({ folder, visible: 32, ...load });
    const playersMax = Math.min(10_000, load.players + 16);
    const serverArgument: ServerArgument = {
      contentDir: world.contentDir,
      dataDir: world.dataDir,
      playersMax,
    };
    const game = start('server/server-process.js', serverArgument, serverNode);
    children.push(game);
    const { udpPort, udpReport } = await nextMessage<{ udpPort: number; udpReport: string }>(game);
    progress(udpReport);
    const idle = await read(game);
    const swarmArgument: SwarmArgument = {
      ...{ port: udpPort, players: load.players, inputHz, sockets: 16, warmUpSeconds, seconds: load.seconds },
      behaviour: load.fights ? 'fight' : 'wander',
    };
    const swarm = start('server/swarm-process.js', swarmArgument);
    children.push(swarm);
    const first = await nextMessage<{ report: SwarmReport }>(swarm, 120_000);
    progress(`${first.report.joined} joined in ${first.report.joinSeconds.toFixed(1)} s`);
    const before = await read(game);
    const last = await nextMessage<{ report: SwarmReport }>(swarm, (load.seconds + 60) * 1000);
    const after = await read(game);
    await stopServer(game);
    return compare({ load, idle, before, after, first: first.report, last: last.report });
  } finally {
    for (const child of children) if (child.connected) child.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In good order, so that what a profiler has is written. */
async function stopServer(game: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => game.once('exit', resolve));
  game.send('stop');
  await ended;
}

function read(game: ChildProcess): Promise<ServerReading> {
  const reading = nextMessage<ServerReading>(game);
  game.send('read');
  return reading;
}

interface Readings {
  readonly load: ServerLoad;
  readonly idle: ServerReading;
  readonly before: ServerReading;
  readonly after: ServerReading;
  readonly first: SwarmReport;
  readonly last: SwarmReport;
}

function compare({ load, idle, before, after, first, last }: Readings) {
  const seconds = (after.figures.atMs - before.figures.atMs) / 1000;
  const gateways = after.figures.gateways.map((now, i) => ({ now, then: before.figures.gateways[i]! }));
  const sum = (of: (figures: (typeof gateways)[number]['now']) => number): number =>
    gateways.reduce((total, { now, then }) => total + of(now) - of(then), 0);
  const phase = (...names: string[]): number =>
    sum(({ phaseUs }) => names.reduce((us, name) => us + phaseUs[name]!, 0));
  const packetsIn = sum(({ packetsIn }) => packetsIn);
  const snapshots = sum(({ snapshotsSent }) => snapshotsSent);
  return {
    players: last.joined,
    joinSeconds: rounded(last.joinSeconds),
    inputsPerSecond: rounded(sum(({ inputsReceived }) => inputsReceived) / seconds),
    snapshots,
    snapshotsPerSecond: rounded(snapshots / seconds),
    tickMsP50: rounded(after.tickMs.p50),
    tickMsP99: rounded(after.tickMs.p99),
    tickMsMax: rounded(after.tickMs.max),
    ticksSkipped: after.figures.simulation.ticksSkipped - before.figures.simulation.ticksSkipped,
    cpuUsPerInput: rounded(phase('receive') / Math.max(1, packetsIn)),
    cpuUsPerSnapshot: rounded(phase('replicate', 'send') / Math.max(1, snapshots)),
    serverCpuPercent: rounded(((after.cpuUs - before.cpuUs) / (seconds * 1e6)) * 100),
    bytesPerClientPerSecond: rounded(
      (last.bytesIn - first.bytesIn) / Math.max(1, last.joined) / load.seconds,
    ),
    heapBytesGrown: after.figures.workerHeapBytes - before.figures.workerHeapBytes,
    lost: last.lostIn + last.lostOut - first.lostIn - first.lostOut,
    kernelDropped: sum(({ datagramsDropped }) => datagramsDropped['receiveQueueFull'] ?? 0),
    rttMsP50: rounded(last.rttMsP50),
    rttMsP99: rounded(last.rttMsP99),
    rssBytesPerConnection: Math.round((after.memoryBytes - idle.memoryBytes) / Math.max(1, last.joined)),
    generatorCpuPercent: rounded(
      ((last.cpuUs - first.cpuUs) / ((last.elapsedMs - first.elapsedMs) * 1000)) * 100,
    ),
    generatorSkipped: last.inputsSkipped - first.inputsSkipped,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
