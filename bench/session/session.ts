// What a packet costs a gateway above the system calls: in from the receive slot to the simulation's ring, out from the
// message to the send slot. A real handshake opens every session; the clients are real, and not measured.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { spread } from '../harness/report.js';
import type { SessionRunArgument, SessionRunReport } from './session-run.js';

const sizes = [100, 3000];

export const session: Benchmark = {
  name: 'session',
  about: 'one packet through the session layer, without network: in, out, timers, memory',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const runs: { sessions: number; report: SessionRunReport }[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const sessions of round % 2 === 0 ? sizes : sizes.toReversed()) {
      options.progress(`round ${round + 1}: ${sessions} sessions`);
      runs.push({ sessions, report: await runOnce({ sessions, seconds: options.seconds }) });
    }
  }
  return {
    title: `Sessions, CPU µs above the system calls: median (least–most) of ${options.rounds} rounds`,
    columns: [
      'sessions',
      'a packet in',
      'of it cipher',
      'a packet out',
      'of it cipher',
      'timers a turn',
      'heap B/packet',
      'KB resident',
    ],
    rows: sizes.map((sessions) => {
      const of = runs.filter((each) => each.sessions === sessions).map(({ report }) => report);
      const cell = (digits: number, value: (report: SessionRunReport) => number) => spread(of, digits, value);
      return [
        sessions.toLocaleString('en'),
        cell(2, (report) => report.inNs / 1000),
        cell(2, (report) => report.openNs / 1000),
        cell(2, (report) => report.outNs / 1000),
        cell(2, (report) => report.sealNs / 1000),
        cell(1, (report) => report.updateNs / 1000),
        cell(1, (report) => report.allocatedBytes),
        cell(1, (report) => report.residentBytesPerSession / 1024),
      ];
    }),
    notes: [
      'A turn is 2 ms: an eighth of the sessions send an input, a 24th gets 140 bytes. Medians of all turns of a run.',
      'Clients work between the turns, in the same thread: memory is as cold as it gets.',
    ],
    raw: runs,
  };
}

function runOnce(run: SessionRunArgument): Promise<SessionRunReport> {
  const child = start('session/session-run.js', run, ['--expose-gc']);
  return nextMessage<SessionRunReport>(child, run.seconds * 1000 + 120_000);
}
