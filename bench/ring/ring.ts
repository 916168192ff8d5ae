// Handing records from thread to thread: the price of the ring itself, in one thread, by copy and encoded in place.
// Every variant must sum up to the same before any is timed.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { spread } from '../harness/report.js';
import type { RingRunArgument, RingRunReport } from './ring-run.js';

const variants: readonly RingRunArgument['variant'][] = ['copy', 'copy, published by hand', 'in place'];
const sizes = [16, 48, 256, 1200];

interface Run {
  readonly variant: string;
  readonly bytes: number;
  readonly report: RingRunReport;
}

export const ring: Benchmark = {
  name: 'ring',
  about: 'records through a shared-memory ring: write, publish, read',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const runs: Run[] = [];
  for (const bytes of sizes) {
    const sums = await Promise.all(
      variants.map((variant) => runOnce({ variant, bytes, seconds: 0, records: 10_000 })),
    );
    if (new Set(sums.map(({ sum }) => sum)).size !== 1)
      throw new Error('the variants pass on different records');
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
      options.progress(`round ${round + 1}: ${variant}`);
      for (const bytes of sizes) {
        const report = await runOnce({ variant, bytes, seconds: options.seconds / 2, records: 0 });
        runs.push({ variant, bytes, report });
      }
    }
  }
  const of = (variant: string, bytes: number) =>
    runs.filter((each) => each.variant === variant && each.bytes === bytes);
  return {
    title: `Ring, CPU ns a record, written and read in one thread: median (least–most) of ${options.rounds} rounds`,
    columns: ['', ...sizes.map((bytes) => `${bytes} B`)],
    rows: variants.map((variant) => [
      variant,
      ...sizes.map((bytes) => spread(of(variant, bytes), 1, ({ report }) => report.cpuNs / report.records)),
    ]),
    notes: ['Both sides touch every byte once, as an encoder and a decoder would; 64 records a drain.'],
    raw: runs,
  };
}

function runOnce(argument: RingRunArgument): Promise<RingRunReport> {
  return nextMessage<RingRunReport>(start('ring/ring-run.js', argument));
}
