// Our entity store beside a loop by hand and six libraries, on the cases of a public benchmark and on movement. Each
// library first proves that it does the work; then each is timed on each case in a fresh process, in turns.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { median, spread } from '../harness/report.js';
import { type CaseName, caseNames } from './library/cases.js';
import { type LibraryName, ownNames, peerNames } from './load-library.js';
import type { MeasureArgument, MeasureReport } from './measure.js';
import { installPeers } from '../harness/peers.js';

interface Run {
  readonly library: LibraryName;
  readonly case: CaseName;
  readonly report: MeasureReport;
}

interface Case {
  readonly case: CaseName;
  readonly library: LibraryName;
  /** Passes of the case in a second of CPU time. */
  readonly opsPerSecond: number;
  /** How many times as long as the loop by hand; both are medians. */
  readonly timesLoop: number;
  /** Of the heap, by a pass. */
  readonly allocatedBytes: number;
}

export const ecs: Benchmark = {
  name: 'ecs',
  about: 'entities and components beside a loop by hand and other libraries: passes a second, garbage',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const seconds = options.quick ? 0.1 : options.seconds / 4;
  const peersThere = installPeers(options.progress);
  const libraries = peersThere ? [...ownNames, ...peerNames] : ownNames;
  const runs: Run[] = [];
  for (let round = 0; round < options.rounds; round++) {
    options.progress(`ecs: round ${round + 1} of ${options.rounds}`);
    for (const name of caseNames)
      for (const library of round % 2 === 0 ? libraries : libraries.toReversed())
        runs.push({ library, case: name, report: await measure({ library, case: name, seconds }) });
  }
  const of = (library: LibraryName, name: CaseName) =>
    runs.filter((each) => each.library === library && each.case === name).map(({ report }) => report);
  const cases = caseNames.flatMap((name) =>
    libraries.map((library) => summarize(name, library, of(library, name), of('hand', name))),
  );
  return {
    title: `ECS: CPU µs a pass, × the loop by hand, heap bytes a pass; median (least–most) of ${options.rounds} rounds`,
    columns: ['', ...caseNames],
    rows: libraries.map((library) => [
      library,
      ...caseNames.map((name) =>
        cell(
          of(library, name),
          cases.find((c) => c.case === name && c.library === library)!,
        ),
      ),
    ]),
    notes: [
      'Before and after timing, each library had exactly the values that a plain model has.',
      '“ours” creates, destroys, adds and removes by runs, “ours, one by one” as the others do and as the rules of the game do: they never make so many at once that it would show.',
      ...(peersThere
        ? []
        : [`Left out, because bench/harness/peers could not be installed: ${peerNames.join(', ')}.`]),
    ],
    raw: runs,
    summary: { cases },
  };
}

function measure(argument: MeasureArgument): Promise<MeasureReport> {
  return nextMessage<MeasureReport>(start('ecs/measure.js', argument));
}

function cell(reports: readonly MeasureReport[], { timesLoop, allocatedBytes }: Case): string {
  return `${spread(reports, 1, ({ passNs }) => passNs / 1000)}, ×${timesLoop.toFixed(2)}, ${allocatedBytes} B`;
}

function summarize(
  name: CaseName,
  library: LibraryName,
  reports: readonly MeasureReport[],
  loop: readonly MeasureReport[],
): Case {
  const passNs = median(reports.map((report) => report.passNs));
  return {
    case: name,
    library,
    opsPerSecond: Math.round(1e9 / passNs),
    timesLoop: Math.round((passNs / median(loop.map((report) => report.passNs))) * 1000) / 1000,
    allocatedBytes: median(reports.map((report) => report.allocatedBytes)),
  };
}
