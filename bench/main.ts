// `npm run bench` lists the benchmarks, `npm run bench -- udp` runs one; `--json` prints one JSON object as the last line.

import { askedFor, parseCommandLine } from '#src/process/command-line.js';
import { type FlagValues, number, toggle, wholeNumber } from '#src/process/flags.js';
import type { Benchmark } from './harness/benchmark.js';
import { runAgainst } from './against/against.js';
import { cipher } from './cipher/cipher.js';
import { codec } from './codec/codec.js';
import { compare } from './compare/compare.js';
import { compression } from './compression/compression.js';
import { decisions } from './decisions/decisions.js';
import { describeMachine } from './harness/machine.js';
import { economy } from './economy/economy.js';
import { ecs } from './ecs/ecs.js';
import { flood } from './flood/flood.js';
import { history } from './history/history.js';
import { inputHz, loadFlags } from './load-flags.js';
import { journal } from './journal/journal.js';
import { lists } from './lists/lists.js';
import { monitoring } from './monitoring/monitoring.js';
import { loss } from './loss.js';
import { table } from './harness/report.js';
import { replication } from './replication/replication.js';
import { ring } from './ring/ring.js';
import { saves } from './saves/saves.js';
import { session } from './session/session.js';
import { server } from './server/server.js';
import { step } from './step.js';
import { storm } from './server/storm.js';
import { udp } from './udp/udp.js';

const benchmarks: readonly Benchmark[] = [
  udp,
  ring,
  cipher,
  compression,
  session,
  replication,
  step,
  server,
  storm,
  compare,
  codec,
  ecs,
  decisions,
  loss,
  flood,
  journal,
  economy,
  saves,
  lists,
  history,
  monitoring,
];

const usage = [
  'npm run bench -- <benchmark> … [flags]',
  '',
  'Runs benchmarks; without one, this text.',
  '',
  ...benchmarks.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`),
  '  against      another commit beside this checkout, both in turns: against COMMIT -- NAME ARGS',
];

const flags = {
  rounds: wholeNumber({ from: 1, to: 100, otherwise: 3 }, 'how often each variant is timed'),
  seconds: number({ from: 0.05, to: 3600, otherwise: 2 }, 'how long one timing takes'),
  quick: toggle('one round, and as short as still says something'),
  json: toggle('the last line of the output is one JSON object'),
  ...loadFlags({ players: 1000 }),
  'input-hz': inputHz,
};

if (process.argv[2] === 'against') runAgainst(process.argv.slice(3));
else await runAsked();

async function runAsked(): Promise<void> {
  const words = benchmarks.map(({ name }) => name);
  const asked = askedFor(parseCommandLine({ usage, flags, words }, process.argv.slice(2)));
  if (asked !== undefined) {
    const chosen = benchmarks.filter(({ name }) => asked.words.includes(name));
    if (chosen.length > 0) await runBenchmarks(chosen, asked.flags);
    else askedFor(parseCommandLine({ usage, flags, words }, ['--help']));
  }
}

async function runBenchmarks(chosen: readonly Benchmark[], asked: FlagValues<typeof flags>): Promise<void> {
  const { quick, seconds, json, 'input-hz': inputHz, ...load } = asked;
  const rounds = quick ? 1 : asked.rounds;
  const machine = describeMachine();
  console.log(
    `${machine.processor}, ${machine.cores} cores; Node ${machine.node}; ${machine.system}; commit ${machine.commit}`,
  );
  const results = [];
  for (const { name, run } of chosen) {
    const result = await run({
      ...{ rounds, seconds, quick, load: { ...load, inputHz } },
      progress: (line) => console.error(line),
    });
    console.log(`\n${result.title}\n\n${table(result.columns, result.rows)}\n`);
    for (const note of result.notes) console.log(note);
    results.push({ name, ...result });
  }
  const summaries = Object.assign({}, ...results.map(({ summary }) => summary ?? {})) as object;
  if (json) console.log(JSON.stringify({ ...summaries, machine, rounds, seconds, results }));
}
