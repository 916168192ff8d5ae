// `npm run crash`: kills a server that is played on, again and again, and judges what it kept. See --help.

import { resolve } from 'node:path';
import { serverNearby } from '../configuration/server-nearby.js';
import { parseCrashFlags } from '../crash/crash-flags.js';
import { type CrashResult, runCrash } from '../crash/run-crash.js';
import { askedFor } from '../process/command-line.js';

/** Of each sort of finding, so many are printed. */
const printedMax = 20;

const asked = askedFor(parseCrashFlags(process.argv.slice(2)));
if (asked !== undefined) {
  const { flags } = asked;
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true));
  try {
    const contentDir = resolve(serverNearby(process.env, process.cwd()).contentDir);
    const result = await runCrash(flags, contentDir, {
      onRound: (round, playedMs, recoveryMs) =>
        console.error(
          `round ${round}: killed after ${Math.round(playedMs)} ms, up again in ${Math.round(recoveryMs)} ms`,
        ),
      isStopped: () => stopped,
    });
    tell(result, flags.json);
  } catch (error) {
    console.error(`crash: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function tell(result: CrashResult, json: boolean): void {
  const { rounds, acknowledged, refused, unanswered, recoveryMsP99 } = result;
  const [lost, doubled, ledgerErrors] = (['lost', 'doubled', 'ledgerErrors'] as const).map((sort) => {
    for (const line of result[sort].slice(0, printedMax)) console.error(`${sort}: ${line}`);
    return result[sort].length;
  });
  console.log(`entries: ${[...result.verbs].map(([verb, count]) => `${verb} ${count}`).join(', ')}`);
  console.log(
    `${rounds} kills, ${acknowledged} acknowledgements: ${lost} lost, ${doubled} doubled, ${ledgerErrors} errors in ` +
      `the ledger; up again within ${recoveryMsP99} ms; ${refused} requests refused by the rules, ${unanswered} players ` +
      'without an answer',
  );
  if (json) console.log(JSON.stringify({ rounds, acknowledged, lost, doubled, ledgerErrors, recoveryMsP99 }));
  process.exitCode = lost === 0 && doubled === 0 && ledgerErrors === 0 ? 0 : 1;
}
