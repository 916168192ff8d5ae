// `npm run bench` lists the benchmarks, `npm run bench -- udp` runs one; `--json` prints one JSON object as the last line.

import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.js';
import { cipher } from './cipher.js';
import { codec } from './codec/codec.js';
import { compare } from './compare/compare.js';
import { decisions } from './decisions/decisions.js';
import { describeMachine } from './machine.js';
import { ecs } from './ecs/ecs.js';
import { flood } from './flood.js';
import { loss } from './loss.js';
import { table } from './report.js';
import { replication } from './replication/replication.js';
import { ring } from './ring.js';
import { session } from './session/session.js';
import { server } from './server/server.js';
import { step } from './step.js';
import { storm } from './server/storm.js';
import { udp } from './udp.js';

const benchmarks: readonly Benchmark[] = [
  udp,
  ring,
  cipher,
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
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    players: { type: 'string', default: '1000' },
    creatures: { type: 'string', default: '500' },
    behaviour: { type: 'string', default: 'wander' },
    'input-hz': { type: 'string', default: '60' },
  },
});
const chosen = benchmarks.filter(({ name }) => positionals.includes(name));
const unknown = positionals.filter((name) => !benchmarks.some((each) => each.name === name));
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);

if (unknown.length > 0 || !(rounds >= 1) || !(seconds > 0)) {
  console.error(
    unknown.length > 0
      ? `No such benchmark: ${unknown.join(', ')}`
      : 'rounds and seconds are positive numbers',
  );
  process.exitCode = 1;
} else if (chosen.length === 0) {
  console.log('Benchmarks (npm run bench -- <name> [--rounds 3] [--seconds 2] [--quick] [--json]):\n');
  for (const { name, about } of benchmarks) console.log(`  ${name.padEnd(10)} ${about}`);
} else {
  const machine = describeMachine();
  console.log(
    `${machine.processor}, ${machine.cores} cores; Node ${machine.node}; ${machine.system}; commit ${machine.commit}`,
  );
  const results = [];
  for (const { name, run } of chosen) {
    const result = await run({
      rounds: values.quick ? 1 : rounds,
      seconds,
      quick: values.quick,
      load: {
        players: Number(values.players),
        creatures: Number(values.creatures),
        behaviour: values.behaviour,
        inputHz: Number(values['input-hz']),
      },
      progress: (line) => console.error(line),
    });
    console.log(`\n${result.title}\n\n${table(result.columns, result.rows)}\n`);
    for (const note of result.notes) console.log(note);
    results.push({ name, ...result });
  }
  const summaries = Object.assign({}, ...results.map(({ summary }) => summary ?? {})) as object;
  if (values.json) console.log(JSON.stringify({ ...summaries, machine, rounds, seconds, results }));
}
