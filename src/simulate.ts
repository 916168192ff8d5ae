// `npm run simulate`: whole servers in virtual time, one per seed, with bad networks and hostile clients. See --help.

import { availableParallelism } from 'node:os';
import { askedFor } from './process/command-line.js';
import { runSeeds } from './simulate/run-seeds.js';
import { parseSimulateFlags } from './simulate/simulate-flags.js';

const asked = askedFor(parseSimulateFlags(process.argv.slice(2), availableParallelism()));
if (asked !== undefined) {
  const result = await runSeeds(asked.flags, (line) => console.error(line));
  const { seeds, failures, steps } = result;
  console.log(`${seeds} seeds, ${steps} steps, ${failures.length} failures`);
  if (asked.flags.json) console.log(JSON.stringify(result));
  process.exitCode = failures.length === 0 ? 0 : 1;
}
