// Compressing a long message: our own block codec, which allocates nothing, beside the native library, which has a call into
// the machine's code and new memory for each message. Each gives back what it was given before it is timed.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { spread } from '../harness/report.js';
import type { CompressionArgument, CompressionReport } from './compression-run.js';
import { type CompressorName, compressorNames, type Content, contents, sizes } from './compressor-names.js';

interface Run extends Omit<CompressionArgument, 'seconds'> {
  readonly report: CompressionReport;
}

export const compression: Benchmark = {
  name: 'compression',
  about: 'LZ4 blocks of single messages: ours and lz4-napi',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const runs: Run[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const compressor of round % 2 === 0 ? compressorNames : compressorNames.toReversed()) {
      options.progress(`round ${round + 1}: ${compressor}`);
      for (const content of contents) {
        for (const bytes of sizes) {
          const report = await runOnce({ compressor, content, bytes, seconds: options.seconds / 4 });
          runs.push({ compressor, content, bytes, report });
        }
      }
    }
  }
  const of = (compressor: CompressorName, content: Content, bytes: number) =>
    runs.filter((each) => each.compressor === compressor && each.content === content && each.bytes === bytes);
  const row = (
    compressor: CompressorName,
    content: Content,
    what: string,
    pick: (report: CompressionReport) => number,
    digits = 1,
  ) => [
    `${content}, ${what}: ${compressor}`,
    ...sizes.map((bytes) => spread(of(compressor, content, bytes), digits, ({ report }) => pick(report))),
  ];
  return {
    title: `Compression, CPU µs a message: median (least–most) of ${options.rounds} rounds`,
    columns: ['', ...sizes.map((bytes) => `${bytes} B`)],
    rows: contents.flatMap((content) => [
      ...compressorNames.map((name) => row(name, content, 'compress', ({ compressNs }) => compressNs / 1000)),
      ...(content === 'noise'
        ? []
        : [
            ...compressorNames.map((name) =>
              row(name, content, 'restore', ({ restoreNs }) => restoreNs / 1000),
            ),
            ...compressorNames.map((name) =>
              row(name, content, 'bytes left', ({ packedBytes }) => packedBytes, 0),
            ),
          ]),
    ]),
    notes: ['Noise does not shrink: what it costs is the try. 64 messages in turn, one process a cell.'],
    raw: runs,
  };
}

function runOnce(argument: CompressionArgument): Promise<CompressionReport> {
  return nextMessage<CompressionReport>(start('compression/compression-run.js', argument));
}
