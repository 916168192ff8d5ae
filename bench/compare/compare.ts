// What one would take instead, on the same machine in the same run: Colyseus with its own client library, node:dgram
// with JSON, and ours. Each player moves and is told 20 times a second about the 32 others it sees.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { installPeers } from '../harness/peers.js';
import { median } from '../harness/report.js';
import { measureServer, rounded } from '../server/measure-server.js';
import {
  inputsHz,
  type PeerClientsArgument,
  type PeerClientsReport,
  type PeerServerArgument,
  type PeerServerReading,
  updatesHz,
  warmUpSeconds,
} from './workload.js';

const sizes = [100, 300, 1000];
const quickSizes = [100];
/** Fewer updates than this share of those due: it has fallen behind, and what it costs is no longer the price of the work. */
const deliveredShare = 0.95;
const joinMs = 120_000;

interface Figures {
  readonly clients: number;
  readonly updatesPerClientPerSecond: number;
  readonly cpuUsPerClientPerSecond: number;
  readonly bytesPerClientPerSecond: number;
  readonly keptUp: boolean;
}

interface Contestant {
  readonly name: string;
  readonly measure: (clients: number, seconds: number) => Promise<Figures>;
}

const contestants: readonly Contestant[] = [
  { name: 'ours', measure: (clients, seconds) => measureOurs(clients, seconds, inputsHz) },
  { name: 'ours, 60 inputs/s', measure: (clients, seconds) => measureOurs(clients, seconds, 60) },
  { name: 'dgram + JSON', measure: (clients, seconds) => measurePeer('json', clients, seconds) },
  { name: 'Colyseus', measure: (clients, seconds) => measurePeer('colyseus', clients, seconds) },
];

export const compare: Benchmark = {
  name: 'compare',
  about: 'ours, Colyseus and plain node:dgram with JSON side by side (--seconds 5 [--quick])',
  run,
};

async function run({ rounds, seconds, quick, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const peersThere = installPeers(progress);
  const available = contestants.filter(({ name }) => peersThere || name !== 'Colyseus');
  const cases = [];
  for (const clients of quick ? quickSizes : sizes) {
    const figures = new Map<string, Figures[]>(available.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      // The machine's mood changes; in every other round the order does too.
      for (const { name, measure } of round % 2 === 0 ? available : available.toReversed()) {
        const measured = await measure(clients, seconds);
        figures.get(name)!.push(measured);
        progress(`${clients} clients, ${name}: ${measured.cpuUsPerClientPerSecond} µs`);
      }
    }
    for (const [name, of] of figures) cases.push({ name, ...middle(of) });
  }
  return {
    title: 'What a client costs a server, by what the server is written with',
    columns: [
      ...['clients', 'server', 'CPU µs/client/s', 'CPU µs/update'],
      ...['bytes/client/s', 'updates/client/s', ''],
    ],
    rows: cases.map((each) => [
      String(each.clients),
      each.name,
      each.cpuUsPerClientPerSecond.toFixed(0),
      (each.cpuUsPerClientPerSecond / Math.max(0.1, each.updatesPerClientPerSecond)).toFixed(1),
      each.bytesPerClientPerSecond.toFixed(0),
      each.updatesPerClientPerSecond.toFixed(1),
      each.keptUp ? '' : 'fell behind',
    ]),
    notes: [
      'CPU is the server process’s own, all threads. Bytes are payload of UDP or TCP to a client. Inputs: 20/s a client where not said otherwise.',
      'ours: the whole game server, sessions, encryption, rules at 60 steps/s, interest by place in an open world, what is far told less often. Colyseus: rooms of 33, patches of shared state, no encryption. dgram + JSON: groups of 33, everything each time, no sessions, no encryption.',
      'geckos.io is left out: its WebRTC library has a binary that an install script fetches from outside the registry, and install scripts do not run here.',
      ...(available.length === contestants.length
        ? []
        : ['Colyseus is left out: it could not be installed.']),
    ],
    raw: cases,
    summary: { cases },
  };
}

function middle(of: readonly Figures[]): Figures {
  const by = (figure: (figures: Figures) => number): number => rounded(median(of.map(figure)));
  return {
    clients: of[0]!.clients,
    updatesPerClientPerSecond: by((figures) => figures.updatesPerClientPerSecond),
    cpuUsPerClientPerSecond: by((figures) => figures.cpuUsPerClientPerSecond),
    bytesPerClientPerSecond: by((figures) => figures.bytesPerClientPerSecond),
    keptUp: of.filter(({ keptUp }) => keptUp).length * 2 > of.length,
  };
}

async function measureOurs(clients: number, seconds: number, inputHz: number): Promise<Figures> {
  const load = {
    players: clients,
    creatures: 0,
    behaviour: 'wander',
    inputHz,
    gateways: 0,
    seconds,
  } as const;
  const summary = await measureServer(load, () => undefined);
  // Each snapshot is one datagram, and at 20 a second nothing else is sent.
  const updatesPerClientPerSecond = summary.datagramsPerClientPerSecond;
  return {
    clients,
    updatesPerClientPerSecond,
    cpuUsPerClientPerSecond: rounded((summary.serverCpuPercent * 1e4) / clients),
    bytesPerClientPerSecond: summary.bytesPerClientPerSecond,
    keptUp: summary.players === clients && updatesPerClientPerSecond >= deliveredShare * updatesHz,
  };
}

async function measurePeer(name: 'json' | 'colyseus', clients: number, seconds: number): Promise<Figures> {
  const server = start(`compare/${name}-server.js`, { clients } satisfies PeerServerArgument);
  try {
    const { port } = await nextMessage<{ port: number }>(server);
    const read = (): Promise<PeerServerReading> => {
      const reading = nextMessage<PeerServerReading>(server);
      server.send('read');
      return reading;
    };
    const argument: PeerClientsArgument = { port, clients, seconds };
    const crowd = start(`compare/${name}-clients.js`, argument);
    const first = await nextMessage<PeerClientsReport>(crowd, joinMs + warmUpSeconds * 1000);
    const before = await read();
    const last = await nextMessage<PeerClientsReport>(crowd, (seconds + 60) * 1000);
    const after = await read();
    const serverSeconds = (after.atMs - before.atMs) / 1000;
    const updatesPerClientPerSecond =
      (last.updates - first.updates) / clients / ((last.atMs - first.atMs) / 1000);
    return {
      clients,
      updatesPerClientPerSecond,
      cpuUsPerClientPerSecond: rounded((after.cpuUs - before.cpuUs) / clients / serverSeconds),
      bytesPerClientPerSecond: rounded((after.bytesOut - before.bytesOut) / clients / serverSeconds),
      keptUp: last.joined === clients && updatesPerClientPerSecond >= deliveredShare * updatesHz,
    };
  } finally {
    if (server.connected) server.disconnect();
  }
}
