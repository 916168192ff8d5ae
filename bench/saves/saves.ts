// What saving a character costs, and how much of it the triggers are that note it for the player directory.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { spread } from '../harness/report.js';
import type { SavesRunArgument, SavesRunReport } from './saves-run.js';

const variants: readonly SavesRunArgument['variant'][] = ['with triggers', 'without triggers'];
/** As many as the keeper writes at once on a busy server. */
const characters = 100;
const itemCounts = [0, 8, 32];

interface Run {
  readonly variant: string;
  readonly items: number;
  readonly report: SavesRunReport;
}

export const saves: Benchmark = {
  name: 'saves',
  about: 'saving characters into the game file, with and without the notes for the player directory',
  run,
};

async function run({ rounds, seconds, progress }: BenchmarkOptions): Promise<BenchmarkResult> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++)
    for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
      progress(`round ${round + 1}: ${variant}`);
      for (const items of itemCounts)
        runs.push({ variant, items, report: await runOnce({ variant, seconds, characters, items }) });
    }
  const of = (variant: string, items: number) =>
    runs.filter((each) => each.variant === variant && each.items === items);
  return {
    title: `Saves of ${characters} characters at once, CPU µs a character: median (least–most) of ${rounds} rounds`,
    columns: ['', ...itemCounts.map((items) => `${items} items`)],
    rows: variants.map((variant) => [
      variant,
      ...itemCounts.map((items) =>
        spread(of(variant, items), 1, ({ report }) => (1000 * report.cpuMs) / report.saves),
      ),
    ]),
    notes: ['One transaction and one sync for all of them; the sync is within the time, not within the CPU.'],
    raw: runs,
  };
}

function runOnce(argument: SavesRunArgument): Promise<SavesRunReport> {
  return nextMessage<SavesRunReport>(start('saves/saves-run.js', argument));
}
