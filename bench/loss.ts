// The loss matrix: what a session carries over bad links, in virtual time. The same on every machine: times are those of
// the simulated network, not of the processor.

import { type BulkReport, carryBulk, carryGame, type GameReport } from '#src/simulate/link-traffic.js';
import { lossMatrix } from '#src/simulate/loss-matrix.js';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './harness/benchmark.js';

/** Virtual seconds of traffic for every second that was asked for. */
const secondsPerSecond = 10;

interface LinkRun {
  readonly name: string;
  readonly bytesPerSecond: number;
  readonly bulk: BulkReport;
  readonly game: GameReport;
}

export const loss: Benchmark = {
  name: 'loss',
  about: 'bulk and game traffic over the links of the loss matrix, in virtual time',
  run: (options) => Promise.resolve(run(options)),
};

function run({ seconds, progress }: BenchmarkOptions): BenchmarkResult {
  const virtualSeconds = seconds * secondsPerSecond;
  const runs = lossMatrix.map(({ name, conditions }): LinkRun => {
    progress(name);
    const bulk = carryBulk(conditions, virtualSeconds, 1);
    const game = carryGame(conditions, virtualSeconds, 1);
    for (const { wrong, ended } of [bulk, game]) {
      if (wrong > 0 || ended !== undefined)
        throw new Error(`${name}: ${wrong} messages wrong, ended ${ended}`);
    }
    return { name, bytesPerSecond: conditions.bytesPerSecond, bulk, game };
  });
  return {
    title: `Loss matrix, ${virtualSeconds} virtual seconds each; every message arrived once and in order`,
    columns: [
      'link, each way',
      'bulk kB/s',
      'of the link',
      'sent per byte',
      'request p50/p99 ms',
      'event p50/p99 ms',
      'snapshots taken',
      'inputs taken',
    ],
    rows: runs.map(rowOf),
    notes: [
      'bulk: reliable messages of 1,000 bytes to the client, as fast as the session takes them; sent per byte: bytes of',
      'datagrams the server sent for each byte that arrived. request, event: reliable messages to the server and to the',
      'client, 5 a second, from queueing to arrival. Beside them go 40 inputs a second up and 20 snapshots of 300 bytes down.',
    ],
    raw: runs,
  };
}

function rowOf({ name, bytesPerSecond, bulk, game }: LinkRun): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  return [
    name,
    (bulk.bytesPerSecond / 1000).toFixed(1),
    bytesPerSecond > 0 ? percent(bulk.bytesPerSecond / bytesPerSecond) : '',
    bulk.sentPerByte.toFixed(2),
    `${game.upMsP50} / ${game.upMsP99}`,
    `${game.downMsP50} / ${game.downMsP99}`,
    percent(game.snapshotShare),
    percent(game.inputShare),
  ];
}
