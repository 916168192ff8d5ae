// `npm run simulate`: whole servers in virtual time, one per seed, with bad networks and hostile clients. See --help.

import { availableParallelism } from 'node:os';
import { runSeeds } from './simulate/run-seeds.js';
import { parseSimulateFlags, simulateHelp } from './simulate/simulate-flags.js';

try {
  const flags = parseSimulateFlags(process.argv.slice(2), availableParallelism());
  if (flags === 'help') console.log(simulateHelp);
  else {
    const result = await runSeeds(flags, (line) => console.error(line));
    const { seeds, failures, steps } = result;
    console.log(`${seeds} seeds, ${steps} steps, ${failures.length} failures`);
    if (flags.json) console.log(JSON.stringify(result));
    process.exitCode = failures.length === 0 ? 0 : 1;
  }
} catch (error) {
  console.error(`simulate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
