// `npm run profile -- --players 500 --seconds 10`: the server under load with V8's sampling profiler on; leaves a CPU
// profile (for a browser's developer tools) and a flame graph of each thread in a folder, and prints the hottest functions.

import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CpuProfile, flameGraph, hottest } from './flame-graph.js';
import { requireBehaviour } from './server/behaviour.js';
import { measureServer } from './server/measure-server.js';

const { values } = parseArgs({
  options: {
    players: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '10' },
    creatures: { type: 'string', default: '500' },
    behaviour: { type: 'string', default: 'wander' },
    out: { type: 'string', default: 'profiles' },
  },
});
const hottestShown = 12;

/** By the number V8 gives the thread, in the order in which the server starts them. */
function threadName(thread: number): string {
  return thread === 0 ? 'control' : thread === 1 ? 'simulation' : `gateway-${thread - 2}`;
}

const scratch = mkdtempSync(join(tmpdir(), 'profile-'));
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
await measureServer(
  {
    players: Number(values.players),
    creatures: Number(values.creatures),
    seconds: Number(values.seconds),
    behaviour: requireBehaviour(values.behaviour),
    inputHz: 60,
  },
  (line) => console.error(line),
  ['--cpu-prof', `--cpu-prof-dir=${scratch}`],
);
for (const file of readdirSync(scratch).sort()) {
  // CPU.<date>.<time>.<process>.<thread>.<number>.cpuprofile
  const name = threadName(Number(file.split('.')[4]));
  const profile = JSON.parse(readFileSync(join(scratch, file), 'utf8')) as CpuProfile;
  renameSync(join(scratch, file), join(out, `${name}.cpuprofile`));
  writeFileSync(join(out, `${name}.svg`), flameGraph(name, profile));
  console.log(`\n${name}: ${join(values.out, `${name}.svg`)}`);
  for (const { name: fn, share } of hottest(profile, hottestShown)) {
    console.log(`  ${(share * 100).toFixed(1).padStart(5)} %  ${fn}`);
  }
}
rmSync(scratch, { recursive: true, force: true });
