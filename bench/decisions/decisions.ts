// Creatures that chase players through a maze: what finding their paths costs a tick, in the simulation's own thread and
// with helper threads beside it. The world must have gone the same way before anything is reported.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { spread } from '../harness/report.js';
import type { DecisionsRunArgument, DecisionsRunReport } from './decisions-run.js';

const players = 500;
const creatures = 5_000;
const helperCounts = [0, 1, 3];

export const decisions: Benchmark = {
  name: 'decisions',
  about: `${creatures.toLocaleString('en')} creatures that chase players through a maze, with 0, 1 and 3 helper threads`,
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const ticks = options.quick ? 300 : Math.max(300, Math.round(options.seconds * 300));
  const runs: { helpers: number; report: DecisionsRunReport }[] = [];
  for (let round = 0; round < options.rounds; round++)
    for (const helpers of round % 2 === 0 ? helperCounts : helperCounts.toReversed()) {
      options.progress(`round ${round + 1}: ${helpers} helpers`);
      runs.push({ helpers, report: await runOnce({ helpers, players, creatures, ticks }) });
    }
  if (new Set(runs.map(({ report }) => report.hash)).size !== 1)
    throw new Error('the world did not go the same way with other numbers of helpers');
  const row = (label: string, digits: number, of: (report: DecisionsRunReport) => number): string[] => [
    label,
    ...helperCounts.map((helpers) =>
      spread(
        runs.filter((each) => each.helpers === helpers),
        digits,
        ({ report }) => of(report),
      ),
    ),
  ];
  return {
    title: `${creatures} creatures, ${players} players, ${ticks} ticks: median (least–most) of ${options.rounds} rounds`,
    columns: ['', ...helperCounts.map((helpers) => `${helpers} helpers`)],
    rows: [
      row('tick, ms p50', 2, ({ tickMsP50 }) => tickMsP50),
      row('tick, ms p99', 2, ({ tickMsP99 }) => tickMsP99),
      row('find-paths, CPU µs a tick', 0, ({ pathsUs }) => pathsUs),
      row('creatures-think, CPU µs a tick', 0, ({ thinkUs }) => thinkUs),
      row('simulation thread, CPU µs a tick', 0, ({ simulationUs }) => simulationUs),
      row('process, CPU µs a tick', 0, ({ processUs }) => processUs),
      row('paths asked a tick', 1, ({ asked }) => asked),
      row('refused a tick', 2, ({ refused }) => refused),
      row('due before they were ready, a tick', 2, ({ late }) => late),
      row('creatures on a path at the end', 0, ({ walking }) => walking),
    ],
    notes: ['The world had the same hash at the end of every run.'],
    raw: runs,
  };
}

function runOnce(argument: DecisionsRunArgument): Promise<DecisionsRunReport> {
  return nextMessage<DecisionsRunReport>(start('decisions/decisions-run.js', argument), 180_000);
}
