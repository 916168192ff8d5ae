// `npm run simulate`: whole servers in virtual time, with bad networks and hostile clients, one per seed; and every pair of
// the economy's verbs interleaved. See --help.

import { availableParallelism } from 'node:os';
import { askedFor } from '../process/command-line.js';
import { interleave } from '../simulate/economy/interleave.js';
import { runSeeds } from '../simulate/run-seeds.js';
import { parseSimulateFlags } from '../simulate/simulate-flags.js';

const asked = askedFor(parseSimulateFlags(process.argv.slice(2), availableParallelism()));
if (asked !== undefined) {
  const { flags } = asked;
  const progress = (line: string): void => console.error(line);
  const playsSessions = flags.part !== 'economy' && flags.case === '';
  const sessions = playsSessions ? await runSeeds(flags, progress) : { seeds: 0, failures: [], steps: 0 };
  const economy = flags.part === 'sessions' ? undefined : await interleave(flags, progress);
  const { seeds, failures, steps } = sessions;
  if (playsSessions) console.log(`${seeds} seeds, ${steps} steps, ${failures.length} failures`);
  if (economy !== undefined) {
    const { verbs, pairs, faults, cases, bothDone } = economy;
    console.log(
      `${verbs} verbs of the economy: ${pairs} ordered pairs × ${faults} faults, ${cases} cases, in ${bothDone} of them ` +
        `both were done; ${economy.failures.length} pairs failed`,
    );
  }
  if (flags.json) console.log(JSON.stringify({ ...sessions, ...(economy && { economy }) }));
  process.exitCode = failures.length + (economy?.failures.length ?? 0) === 0 ? 0 : 1;
}
