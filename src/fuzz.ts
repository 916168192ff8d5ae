// `npm run fuzz`: mutated bytes for every decoder, the connect token and both sides' session state machines.

import { parseArgs } from 'node:util';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { readCorpus } from './fuzz/read-corpus.js';
import { allTargets, runFuzz } from './fuzz/run-fuzz.js';
import { wholeNumber } from './simulate/simulate-flags.js';

const help = [
  'npm run fuzz -- [--seconds 60] [--seed N] [--corpus test/fuzz/corpus] [--json]',
  '',
  'Looks for inputs that make a decoder or a session throw, or look beyond the bytes it was given.',
  'The same seed gives the same inputs in the same order. What it finds belongs into the corpus.',
].join('\n');

try {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 0x7fff_ffff) },
      corpus: { type: 'string', default: 'test/fuzz/corpus' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(help);
  else {
    const endMs = performance.now() + wholeNumber('seconds', values.seconds, 1, 1_000_000) * 1000;
    const seed = wholeNumber('seed', values.seed, 0, 0x7fff_ffff);
    const targets = allTargets(new SodiumCryptoSuite());
    const corpus = await readCorpus(values.corpus);
    const result = runFuzz(targets, corpus, seed, () => performance.now() >= endMs);
    const { executions, crashes, overReads, findings } = result;
    for (const { target, kind, message, inputHex } of findings) {
      console.log(`${kind} in ${target} (seed ${seed}): ${message}\n  input ${inputHex}`);
    }
    console.log(`${executions} executions, ${crashes} crashes, ${overReads} over-reads; seed ${seed}`);
    if (values.json) console.log(JSON.stringify({ executions, crashes, overReads, seed, findings }));
    process.exitCode = crashes + overReads === 0 ? 0 : 1;
  }
} catch (error) {
  console.error(`fuzz: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
