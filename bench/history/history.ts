// Item histories out of a long journal: pages of one stack and of one character by the journal's index, beside a look through all
// entries, which finds the same.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { median, quantile } from '../harness/report.js';
import type { HistoryRunArgument, HistoryRunReport } from './history-run.js';

const longEntries = 10_000_000;
const shortEntries = 500_000;
const timeoutMs = 900_000;
const asked = { players: 5_000, operations: 2_500, pageLength: 50, pages: 200, proven: 5 };

export const history: Benchmark = {
  name: 'history',
  about: `pages of a stack's and a character's history out of ${longEntries} entries [--quick]`,
  run,
};

async function run({ quick, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const entries = quick ? shortEntries : longEntries;
  progress(`a journal of ${entries} entries`);
  const child = start('history/history-run.js', { ...asked, entries } satisfies HistoryRunArgument);
  const report = await nextMessage<HistoryRunReport>(child, timeoutMs);
  const row = (what: string, ms: readonly number[]): string[] => [
    what,
    ...[median(ms), quantile(ms, 0.95), Math.max(...ms)].map((one) => one.toFixed(1)),
  ];
  const each = (bytes: number): string => (bytes / report.entries).toFixed(1);
  return {
    title: `History: pages of at most ${asked.pageLength} entries out of ${report.entries}, ${asked.pages} each`,
    columns: ['', 'ms p50', 'ms p95', 'ms most'],
    rows: [
      row(`a stack, ${(report.stackEntries / asked.pages).toFixed(1)} entries on a page`, report.stackMs),
      row('a character', report.characterMs),
      [`${2 * asked.proven} of them by looking through all`, (1000 * report.plainSeconds).toFixed(0), '', ''],
    ],
    notes: [
      `The index: ${each(report.indexBytes)} bytes an entry, where the file has ${each(report.bytes)} without it; made in ${report.indexSeconds.toFixed(1)} s of one core, at most ${report.longestTendMs.toFixed(1)} ms at once (the journal was filled in ${report.fillSeconds.toFixed(1)} s).`,
      `In the journal's thread, without the way to the console. The first pages of ${2 * asked.proven} subjects were proven equal to the look through all.`,
    ],
    raw: report,
    summary: {
      stackMsP95: quantile(report.stackMs, 0.95),
      stackMsMost: Math.max(...report.stackMs),
      characterMsP95: quantile(report.characterMs, 0.95),
      indexBytesPerEntry: report.indexBytes / report.entries,
      indexUsPerEntry: (1e6 * report.indexSeconds) / report.entries,
    },
  };
}
