// `npm run profile -- --players 500 --seconds 10`: the server under load with V8's sampling profiler on; leaves a CPU
// profile (for a browser's developer tools) and a flame graph of each thread in a folder, and prints the hottest functions.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { askedFor, parseCommandLine } from '#src/process/command-line.js';
import { type FlagValues, number, path } from '#src/process/flags.js';
import { makeFolder } from '#adapters/node-files/make-folder.js';
import { type CpuProfile, flameGraph, hottest } from './flame-graph.js';
import { loadFlags } from './load-flags.js';
import { measureServer } from './server/measure-server.js';

const usage = [
  'npm run profile -- [flags]',
  '',
  "Runs the server under load with V8's sampling profiler on; leaves a CPU profile (for a browser's developer tools)",
  'and a flame graph of each thread in a folder, and prints the hottest functions.',
];

const flags = {
  ...loadFlags({ players: 500 }),
  seconds: number({ from: 1, to: 3600, otherwise: 10 }, 'how long they play'),
  out: path('profiles', 'the folder for what it leaves'),
};

const hottestShown = 12;

/** By the number V8 gives the thread, in the order in which the server starts them. */
function threadName(thread: number): string {
  return thread === 0 ? 'control' : thread === 1 ? 'simulation' : `gateway-${thread - 2}`;
}

const asked = askedFor(parseCommandLine({ usage, flags }, process.argv.slice(2)));
if (asked !== undefined) await profile(asked.flags);

async function profile({ out, ...load }: FlagValues<typeof flags>): Promise<void> {
  makeFolder(out);
  const scratch = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    await measureServer({ ...load, inputHz: 60 }, (line) => console.error(line), [
      '--cpu-prof',
      `--cpu-prof-dir=${scratch}`,
    ]);
    for (const file of readdirSync(scratch).sort()) keep(join(scratch, file), out);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A thread's profile, its flame graph, and what it spent its time on. */
function keep(file: string, folder: string): void {
  // CPU.<date>.<time>.<process>.<thread>.<number>.cpuprofile
  const name = threadName(Number(basename(file).split('.')[4]));
  const text = readFileSync(file, 'utf8');
  const profile = JSON.parse(text) as CpuProfile;
  const graph = join(folder, `${name}.svg`);
  // Not renamed: the folder may lie on another disk than the temporary one.
  writeFileSync(join(folder, `${name}.cpuprofile`), text);
  writeFileSync(graph, flameGraph(name, profile));
  console.log(`\n${name}: ${graph}`);
  for (const { name: fn, share } of hottest(profile, hottestShown)) {
    console.log(`  ${(share * 100).toFixed(1).padStart(5)} %  ${fn}`);
  }
}
