// One run of server and swarm, and what it comes to: a figure is the server's only while the generator kept its pace.

import type { ChildProcess } from 'node:child_process';
import { nextMessage, start } from '../harness/child.js';
import type { Behaviour } from './behaviour.js';
import type { GcPause } from './gc-watch.js';
import type { ServerReading } from './server-process.js';
import { ServerUnderTest } from './server-under-test.js';
import type { SwarmArgument, SwarmMessage } from './swarm-process.js';
import type { SwarmReport } from './swarm.js';

/** A join storm takes the gateways up the crowd ladder, and each step down takes two seconds. */
const warmUpSeconds = 10;
const joinTimeoutMs = 60_000;
/** One in so many of the swarm's clients reads. */
export const readingShare = 32;

export interface ServerLoad {
  readonly players: number;
  readonly creatures: number;
  readonly behaviour: Behaviour;
  readonly inputHz: number;
  /** Threads; 0 for as many as the server takes by itself. */
  readonly gateways: number;
  readonly seconds: number;
}

/** `serverNode` are arguments for the server's Node, such as a profiler's. */
export async function measureServer(
  load: ServerLoad,
  progress: (line: string) => void,
  serverNode: readonly string[] = [],
) {
  const world = { players: load.players, creatures: load.creatures, crowded: load.behaviour === 'crowd' };
  const server = await ServerUnderTest.start(world, { gateways: load.gateways, serverNode });
  let swarm: ChildProcess | undefined;
  try {
    progress(server.udpReport);
    const idle = await server.read();
    const { players, inputHz, behaviour, seconds } = load;
    const argument: SwarmArgument = {
      ...{ port: server.udpPort, players, inputHz, behaviour, readingShare },
      ...{ plan: 'play', joinTimeoutMs, warmUpSeconds, seconds },
    };
    swarm = start('server/swarm-process.js', argument);
    const begin = await nextMessage<SwarmMessage>(swarm, joinTimeoutMs + 60_000);
    progress(`${begin.report.joined} joined in ${begin.report.joinSeconds.toFixed(1)} s`);
    const before = await server.read();
    const end = await nextMessage<SwarmMessage>(swarm, (seconds + 60) * 1000);
    const after = await server.read();
    const pauses = await server.stop();
    return summarize({ idle, before, after, first: begin.report, last: end.report, pauses });
  } finally {
    if (swarm?.connected) swarm.disconnect();
    server.discard();
  }
}

interface Readings {
  readonly idle: ServerReading;
  readonly before: ServerReading;
  readonly after: ServerReading;
  readonly first: SwarmReport;
  readonly last: SwarmReport;
  readonly pauses: readonly GcPause[];
}

function summarize({ idle, before, after, first, last, pauses }: Readings) {
  const seconds = (after.figures.atMs - before.figures.atMs) / 1000;
  const playedSeconds = (last.elapsedMs - first.elapsedMs) / 1000;
  const { sum, cpuUsOf } = gatewayDifferences(before, after);
  const packetsIn = sum(({ packetsIn }) => packetsIn);
  const snapshots = sum(({ counts }) => counts['snapshotsSent']!);
  const inputsSent = last.inputsSent - first.inputsSent;
  return {
    players: last.joined,
    inputsPerSecond: rounded(sum(({ counts }) => counts['inputsReceived']!) / seconds),
    snapshotsPerSecond: rounded(snapshots / seconds),
    tickMsP50: rounded(after.tickMs.p50),
    tickMsP99: rounded(after.tickMs.p99),
    tickMsMax: rounded(after.tickMs.max),
    cpuUsPerInput: rounded(cpuUsOf('receive') / Math.max(1, packetsIn)),
    cpuUsPerSnapshot: rounded(cpuUsOf('replicate', 'send') / Math.max(1, snapshots)),
    bytesPerClientPerSecond: rounded(
      (last.bytesIn - first.bytesIn) / Math.max(1, last.joined) / playedSeconds,
    ),
    datagramsPerClientPerSecond: rounded(
      (last.packetsIn - first.packetsIn) / Math.max(1, last.joined) / playedSeconds,
    ),
    heapBytesGrown: (after.figures.workerHeapBytes ?? NaN) - (before.figures.workerHeapBytes ?? NaN),
    gcPausesMsMax: rounded(longestPauseMs(pauses, before.atMs, after.atMs)),
    lost:
      sum(lostAt) + lostByKernel(last) - lostByKernel(first) + recordsRefused(after) - recordsRefused(before),
    rssBytesPerConnection: Math.round((after.memoryBytes - idle.memoryBytes) / Math.max(1, last.joined)),
    ticksSkipped: after.figures.simulation.ticksSkipped - before.figures.simulation.ticksSkipped,
    joinSeconds: rounded(last.joinSeconds),
    lostAsReadersSay: last.lostIn + last.lostOut - first.lostIn - first.lostOut,
    rttMsP50: rounded(last.rttMsP50),
    rttMsP99: rounded(last.rttMsP99),
    serverCpuPercent: rounded(((after.cpuUs - before.cpuUs) / (seconds * 1e6)) * 100),
    gatewayCpuPercent: rounded(((after.gatewayCpuUs - before.gatewayCpuUs) / (seconds * 1e6)) * 100),
    generatorCpuPercent: rounded(((last.cpuUs - first.cpuUs) / (playedSeconds * 1e6)) * 100),
    generatorCpuUsPerInput: rounded((last.cpuUs - first.cpuUs) / Math.max(1, inputsSent)),
    generatorSkipped: last.inputsSkipped - first.inputsSkipped,
    inputsSent,
  };
}

type GatewayFigures = ServerReading['figures']['gateways'][number];

function gatewayDifferences(before: ServerReading, after: ServerReading) {
  const sum = (of: (figures: GatewayFigures) => number): number =>
    after.figures.gateways.reduce((total, now, i) => total + of(now) - of(before.figures.gateways[i]!), 0);
  const phaseUs = (names: readonly string[]): number =>
    sum((figures) => names.reduce((us, name) => us + figures.phaseUs[name]!, 0));
  const working = Object.keys(after.figures.gateways[0]!.phaseUs).filter((name) => name !== 'wait');
  // Phases are timed by the clock, which also runs while another program has the core: they only share out CPU time.
  const cpuShare = (after.gatewayCpuUs - before.gatewayCpuUs) / Math.max(1, phaseUs(working));
  return { sum, cpuUsOf: (...names: string[]): number => phaseUs(names) * cpuShare };
}

/** On loopback datagrams are lost where a queue is full or a send is refused, and nowhere else on their way. */
function lostAt({ counts }: GatewayFigures): number {
  return counts['socket:receiveDropped']! + counts['socket:sendDropped']!;
}

/** Inputs and other records that arrived, but found the simulation's ring full. */
function recordsRefused({ figures }: ServerReading): number {
  return Object.values(figures.recordsRefused).reduce((total, refused) => total + refused, 0);
}

function lostByKernel({ receiveDropped, sendRefused }: SwarmReport): number {
  return receiveDropped + sendRefused;
}

export function longestPauseMs(pauses: readonly GcPause[], fromMs: number, toMs: number): number {
  return pauses.reduce(
    (longest, { atMs, pauseMs }) => (atMs >= fromMs && atMs <= toMs ? Math.max(longest, pauseMs) : longest),
    0,
  );
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
