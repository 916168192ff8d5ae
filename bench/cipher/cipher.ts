// Sealing and opening a packet: ours in WebAssembly, on a packet anywhere and on one in its own memory, beside the ciphers
// that a Node program can have without it. All must give the same bytes before any is timed.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { cipherNames, type CipherName } from './cipher-names.js';
import type { CipherRunArgument, CipherRunReport } from './cipher-run.js';
import { spread } from '../harness/report.js';

const sizes = [20, 48, 140, 300, 1200];

interface Run {
  readonly cipher: CipherName;
  readonly bytes: number;
  readonly report: CipherRunReport;
}

export const cipher: Benchmark = {
  name: 'cipher',
  about: 'ChaCha20-Poly1305 on single packets: ours, libsodium, OpenSSL, noble',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  for (const bytes of sizes) {
    const hashes: string[] = [];
    for (const name of cipherNames) hashes.push((await runOnce({ cipher: name, bytes, seconds: 0 })).hash);
    if (new Set(hashes).size !== 1) throw new Error(`the ciphers differ on ${bytes} bytes`);
  }
  const runs: Run[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const name of round % 2 === 0 ? cipherNames : cipherNames.toReversed()) {
      options.progress(`round ${round + 1}: ${name}`);
      for (const bytes of sizes) {
        const report = await runOnce({ cipher: name, bytes, seconds: options.seconds / 4 });
        runs.push({ cipher: name, bytes, report });
      }
    }
  }
  const cell = (name: CipherName, bytes: number, direction: 'sealNs' | 'openNs') =>
    spread(
      runs.filter((each) => each.cipher === name && each.bytes === bytes),
      0,
      ({ report }) => report[direction],
    );
  const rows = (direction: 'sealNs' | 'openNs', verb: string) =>
    cipherNames.map((name) => [`${name}, ${verb}`, ...sizes.map((bytes) => cell(name, bytes, direction))]);
  return {
    title: `Cipher, CPU ns a packet: median (least–most) of ${options.rounds} rounds`,
    columns: ['', ...sizes.map((bytes) => `${bytes} B`)],
    rows: [...rows('sealNs', 'seal'), ...rows('openNs', 'open')],
    notes: ['Text of so many bytes, 7 bytes of associated data, 256 keys in turn, a new nonce each time.'],
    raw: runs,
  };
}

function runOnce(argument: CipherRunArgument): Promise<CipherRunReport> {
  return nextMessage<CipherRunReport>(start('cipher/cipher-run.js', argument));
}
