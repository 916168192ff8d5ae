// What floods of handshake requests from forged addresses cost: a million Hellos, and 100,000 Connects and token requests
// with cookies that nobody gave out. Players join and stay meanwhile, or the benchmark fails.

import { fork } from 'node:child_process';
import type { FloodReport } from '#src/simulate/handshake-flood.js';
import { type FloodKind, floodKinds } from '#src/simulate/handshake-requests.js';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage } from '../harness/child.js';
import type { FloodRunArgument } from './flood-run.js';

const packetsOf: Readonly<Record<FloodKind, number>> = {
  hello: 1_000_000,
  connect: 100_000,
  'token request': 100_000,
};
const timeoutMs = 600_000;

export const flood: Benchmark = {
  name: 'flood',
  about: 'a million forged Hellos, 100,000 Connects with bad cookies: memory and CPU a packet',
  run,
};

async function run({ progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const runs: { kind: FloodKind; report: FloodReport }[] = [];
  for (const kind of floodKinds) {
    progress(`${packetsOf[kind]} × ${kind}`);
    const argument: FloodRunArgument = { kind, packets: packetsOf[kind] };
    const child = fork(new URL('flood-run.js', import.meta.url), [JSON.stringify(argument)], {
      execArgv: ['--expose-gc'],
    });
    const report = await nextMessage<FloodReport>(child, timeoutMs);
    const isUnharmed = report.playerStayed && report.playersJoined === report.playersTried;
    if (!isUnharmed || report.sessionsTaken > 0) throw new Error(`${kind}: ${JSON.stringify(report)}`);
    runs.push({ kind, report });
  }
  return {
    title: 'Floods of handshake requests from forged addresses; every player came in and stayed',
    columns: ['request', 'packets', 'CPU µs a packet', 'memory gained, KB', 'answers', 'bytes out/in'],
    rows: runs.map(({ kind, report }) => [
      kind,
      report.packets.toLocaleString('en'),
      report.cpuUsPerPacket.toFixed(2),
      (report.memoryGained / 1024).toFixed(0),
      `${(report.answersPerPacket * 100).toFixed(1)} %`,
      report.answerShare.toFixed(3),
    ]),
    notes: [
      'CPU: the server alone, from the datagram to its answer in a socket in memory. memory: heap and buffers after a',
      'collection, from the first fifth of the flood to its end. 100,000 requests a second of virtual time; five players',
      'join during the first tenth, one is in session throughout.',
    ],
    raw: runs,
  };
}
