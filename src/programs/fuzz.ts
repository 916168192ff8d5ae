// `npm run fuzz`: mutated bytes for every decoder, the connect token and both sides' session state machines. See --help.

import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { readCorpus } from '../fuzz/read-corpus.js';
import { allTargets, runFuzz } from '../fuzz/run-fuzz.js';
import { askedFor, parseCommandLine } from '../process/command-line.js';
import { path, toggle, wholeNumber } from '../process/flags.js';

const usage = [
  'npm run fuzz -- [flags]',
  '',
  'Looks for inputs that make a decoder or a session throw, or look beyond the bytes it was given.',
  'The same seed gives the same inputs in the same order. What it finds belongs into the corpus.',
  'Exit code 0: nothing found; 1: something was; 2: wrong flags.',
];

const seedMax = 0x7fff_ffff;
const flags = {
  seconds: wholeNumber({ from: 1, to: 1_000_000, otherwise: 60 }, 'how long it looks'),
  seed: wholeNumber(
    { from: 0, to: seedMax, otherwise: Date.now() % seedMax, otherwiseSays: 'another each time' },
    'which inputs it makes',
  ),
  corpus: path('test/fuzz/corpus', 'the folder of inputs to begin with'),
  json: toggle('the last line of the output is the result as one JSON object'),
};

const asked = askedFor(parseCommandLine({ usage, flags }, process.argv.slice(2)));
if (asked !== undefined) {
  const { seconds, seed, corpus, json } = asked.flags;
  try {
    await fuzz({ seconds, seed, corpusFolder: corpus, json });
  } catch (error) {
    console.error(`fuzz: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}

interface FuzzRequest {
  readonly seconds: number;
  readonly seed: number;
  readonly corpusFolder: string;
  readonly json: boolean;
}

async function fuzz({ seconds, seed, corpusFolder, json }: FuzzRequest): Promise<void> {
  const corpus = await readCorpus(corpusFolder);
  const targets = allTargets(new SodiumCryptoSuite());
  const endMs = performance.now() + seconds * 1000;
  const result = runFuzz(targets, corpus, seed, () => performance.now() >= endMs);
  const { executions, crashes, overReads, findings } = result;
  for (const { target, kind, message, inputHex } of findings) {
    console.log(`${kind} in ${target} (seed ${seed}): ${message}\n  input ${inputHex}`);
  }
  console.log(`${executions} executions, ${crashes} crashes, ${overReads} over-reads; seed ${seed}`);
  if (json) console.log(JSON.stringify({ executions, crashes, overReads, seed, findings }));
  process.exitCode = crashes + overReads === 0 ? 0 : 1;
}
