// Encoding and decoding four messages of a game with the generated codecs, by hand, and with other libraries.
// Each library first proves that every field survives; then each is timed on each message in a fresh process, in turns.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { median, spread } from '../harness/report.js';
import { type CaseName, caseNames } from './library/library.js';
import { type LibraryName, libraryNames } from './load-library.js';
import type { MeasureArgument, MeasureReport } from './measure.js';

interface Run {
  readonly library: LibraryName;
  readonly message: CaseName;
  readonly report: MeasureReport;
}

interface Case {
  readonly case: CaseName;
  readonly library: LibraryName;
  readonly encodeNs: number;
  readonly decodeNs: number;
  readonly bytes: number;
  /** Of the heap, by one message encoded and decoded. */
  readonly allocatedBytes: number;
}

export const codec: Benchmark = {
  name: 'codec',
  about: 'generated codecs beside hand-written ones and other libraries: ns, bytes, garbage',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  // Every library is timed on every message: a tenth of the usual time keeps the whole below three minutes.
  const seconds = options.quick ? 0.05 : options.seconds / 10;
  const runs: Run[] = [];
  for (let round = 0; round < options.rounds; round++) {
    options.progress(`codec: round ${round + 1} of ${options.rounds}`);
    for (const message of caseNames) {
      const libraries = round % 2 === 0 ? libraryNames : libraryNames.toReversed();
      for (const library of libraries)
        runs.push({ library, message, report: await measure({ library, message, seconds }) });
    }
  }
  const of = (library: LibraryName, message: CaseName) =>
    runs.filter((each) => each.library === library && each.message === message).map(({ report }) => report);
  return {
    title: `Codecs: encode / decode CPU ns a message, bytes, heap bytes (encode + decode); median (least–most) of ${options.rounds} rounds`,
    columns: ['', ...caseNames],
    rows: libraryNames.map((library) => [library, ...caseNames.map((message) => cell(of(library, message)))]),
    notes: [
      'Before timing, each library proved that every field of every sample survives.',
      'Bytes include one that says which message it is; it is added for libraries whose bytes do not say so.',
      'Decoding a chat line makes its string, for all.',
    ],
    raw: runs,
    summary: {
      cases: caseNames.flatMap((message) =>
        libraryNames.map((library) => summarize(message, library, of(library, message))),
      ),
    },
  };
}

function measure(argument: MeasureArgument): Promise<MeasureReport> {
  return nextMessage<MeasureReport>(start('codec/measure.js', argument));
}

function cell(reports: readonly MeasureReport[]): string {
  const encode = spread(reports, 0, ({ encodeNs }) => encodeNs);
  const decode = spread(reports, 0, ({ decodeNs }) => decodeNs);
  const { bytes, encodeAllocated, decodeAllocated } = reports[0]!;
  return `${encode} / ${decode}, ${bytes.toFixed(0)} B, ${encodeAllocated.toFixed(0)} + ${decodeAllocated.toFixed(0)}`;
}

function summarize(message: CaseName, library: LibraryName, reports: readonly MeasureReport[]): Case {
  const middle = (of: (report: MeasureReport) => number) => Math.round(median(reports.map(of)) * 10) / 10;
  return {
    case: message,
    library,
    encodeNs: middle(({ encodeNs }) => encodeNs),
    decodeNs: middle(({ decodeNs }) => decodeNs),
    bytes: middle(({ bytes }) => bytes),
    allocatedBytes: middle(({ encodeAllocated, decodeAllocated }) => encodeAllocated + decodeAllocated),
  };
}
