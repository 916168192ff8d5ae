// The journal at rest: item operations a second that are stored and synced, beside a transaction an operation as one would
// write it first, and beside NORMAL, which syncs nothing at a commit. Recovery of a million entries stands in the table.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { median, spread } from '../harness/report.js';
import type { JournalRunArgument, JournalRunReport } from './journal-run.js';

/** What gathers while 2,500 are stored, at 150,000/s and 17 ms. */
const operationsInWindow = 2500;
const players = 5000;
const recoveredEntries = 1_000_000;

type Variant = JournalRunArgument['variant'];

const variants: readonly Variant[] = ['naive', 'full', 'economy', 'normal'];

export const journal: Benchmark = {
  name: 'journal',
  about:
    'item operations a second through the journal, beside a transaction for each, and with sums of the economy; recovery [--quick]',
  run,
};

async function run({ rounds, seconds, quick, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const runs = new Map<Variant, JournalRunReport[]>(variants.map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
      const report = await runOnce({
        variant,
        seconds: quick ? 1 : seconds,
        players,
        size: operationsInWindow,
      });
      runs.get(variant)!.push(report);
      progress(`round ${round + 1}: ${variant} ${Math.round(perSecond(report))}/s`);
    }
  }
  const entries = quick ? recoveredEntries / 10 : recoveredEntries;
  const recovery = await runOnce({ variant: 'recovery', seconds, players, size: entries });
  progress(`recovery of ${recovery.facts} entries: ${recovery.seconds.toFixed(2)} s`);
  const full = runs.get('full')!;
  const middle = (of: (report: JournalRunReport) => number, among = full): number =>
    Math.round(median(among.map(of)) * 100) / 100;
  return {
    title: `Journal, windows of ${operationsInWindow} operations of ${players} players: median (least–most) of ${rounds} rounds`,
    columns: [
      '',
      'operations/s',
      'commits/s',
      'ack ms p50',
      'ack ms p99',
      'CPU µs/operation',
      'bytes/operation',
    ],
    rows: [
      ...variants.map((variant) => row(variant, runs.get(variant)!)),
      [`recovery of ${recovery.facts} entries, s`, recovery.seconds.toFixed(2), '', '', '', '', ''],
    ],
    notes: [
      'An operation is one stack that changed, of kills, pick-ups, splits, merges and trades; coins, commands and places on the ground are stored besides and not counted. What comes while a window is stored waits for that one and then for its own: that is what is acknowledged. Checkpoints are within the time.',
      'Each commit at FULL is one sync of the write-ahead log (fsyncsPerSecond); checkpoints add two each.',
    ],
    raw: { runs: Object.fromEntries(runs), recovery },
    summary: {
      opsPerSecond: middle(perSecond),
      naiveOpsPerSecond: middle(perSecond, runs.get('naive')!),
      ackMsP50: middle(({ ackMsP50 }) => ackMsP50),
      ackMsP99: middle(({ ackMsP99 }) => ackMsP99),
      cpuUsPerOp: middle(({ cpuUs, operations }) => cpuUs / operations),
      fsyncsPerSecond: middle((report) => report.commits / report.seconds),
      normalOpsPerSecond: middle(perSecond, runs.get('normal')!),
    },
  };
}

function row(variant: Variant, runs: readonly JournalRunReport[]): string[] {
  return [
    variant,
    spread(runs, 0, perSecond),
    spread(runs, 0, (report) => report.commits / report.seconds),
    spread(runs, 1, ({ ackMsP50 }) => ackMsP50),
    spread(runs, 1, ({ ackMsP99 }) => ackMsP99),
    spread(runs, 2, ({ cpuUs, operations }) => cpuUs / operations),
    spread(runs, 0, ({ bytes, operations }) => bytes / operations),
  ];
}

function perSecond({ operations, seconds }: JournalRunReport): number {
  return operations / seconds;
}

function runOnce(argument: JournalRunArgument): Promise<JournalRunReport> {
  return nextMessage<JournalRunReport>(start('journal/journal-run.js', argument), 180_000);
}
