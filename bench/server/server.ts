// The whole server under load: a real game server in one process, a swarm of clients in another, on loopback. Prints
// what the server did, what it cost, and whether the swarm kept its own pace.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { behaviours, requireBehaviour } from './behaviour.js';
import { measureServer, readingShare, type ServerLoad } from './measure-server.js';

/** Beyond this share of inputs not sent, the generator, not the server, is at its end. */
const saturatedShare = 0.02;

/** The members of the JSON object that say how the server did; all others are under `results`. */
const headline = [
  ...(['players', 'inputsPerSecond', 'snapshotsPerSecond', 'tickMsP50', 'tickMsP99', 'tickMsMax'] as const),
  ...(['cpuUsPerInput', 'cpuUsPerSnapshot', 'bytesPerClientPerSecond', 'heapBytesGrown'] as const),
  ...(['gcPausesMsMax', 'lost', 'rssBytesPerConnection'] as const),
];

export const server: Benchmark = {
  name: 'server',
  about: `the whole server under a swarm of clients (--players 1000 --seconds 10 [--behaviour ${behaviours.join('|')}] [--creatures 500] [--input-hz 60] [--gateways 2])`,
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const { players = 1000, creatures = 500, behaviour: name = 'wander', inputHz = 60 } = options.load ?? {};
  const { gateways = 0 } = options.load ?? {};
  const behaviour = requireBehaviour(name);
  const load: ServerLoad = { players, creatures, behaviour, inputHz, gateways, seconds: options.seconds };
  options.progress(`${players} players, ${creatures} creatures, ${behaviour}`);
  const summary = await measureServer(load, options.progress);
  const saturated = summary.generatorSkipped > saturatedShare * summary.inputsSent;
  return {
    title: `Server under ${players} players at ${inputHz} inputs/s, ${behaviour}`,
    columns: ['', 'value'],
    rows: Object.entries(summary).map(([figure, value]) => [figure, String(value)]),
    notes: [
      saturated
        ? `The generator did not keep its pace: it left out ${summary.generatorSkipped} inputs, and these are its limits, not the server’s.`
        : 'The generator kept its pace.',
      'CPU per input and per snapshot: CPU time of the gateways’ threads, shared out by the time of receiving, and of choosing, encoding and sending.',
      `Lost: datagrams that found a receive queue full, of server or swarm, or were refused on sending, and inputs for which the way to the simulation had no room. One client in ${readingShare} reads what it is told; round trips and losses as readers see them are theirs.`,
    ],
    raw: summary,
    summary: Object.fromEntries(headline.map((figure) => [figure, summary[figure]])),
  };
}
