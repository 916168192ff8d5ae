// `npm run power-cut`: what a loss of power leaves of a busy journal, at any moment. See --help.

import { type PowerCutFlags, parsePowerCutFlags } from '../power-cut/power-cut-flags.js';
import { type PowerCutResult, runPowerCut } from '../power-cut/run-power-cut.js';
import { askedFor } from '../process/command-line.js';

/** So many cuts with a finding are printed. */
const printedMax = 20;

const asked = askedFor(parsePowerCutFlags(process.argv.slice(2)));
if (asked !== undefined) {
  const { flags } = asked;
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error('stopped')));
  let findings = 0;
  try {
    const result = await runPowerCut(flags, {
      onFinding: (line) => {
        if (++findings <= printedMax) console.error(line);
      },
      onRecorded: (scenario, events) =>
        console.error(`${scenario}: ${events} writes, syncs and the like recorded`),
      signal: stop.signal,
    });
    tell(result, flags);
  } catch (error) {
    console.error(`power-cut: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function tell(
  { cuts, acknowledged, lost, corrupt, moments }: PowerCutResult,
  { json, synchronous }: PowerCutFlags,
): void {
  console.log(`cuts: ${[...moments].map(([moment, count]) => `${moment} ${count}`).join('; ')}`);
  console.log(
    `${cuts} cuts with synchronous=${synchronous.toUpperCase()}, ${acknowledged} acknowledgements looked for: ${lost} lost, ` +
      `${corrupt} files corrupt`,
  );
  if (json) console.log(JSON.stringify({ cuts, acknowledged, lost, corrupt }));
  process.exitCode = lost === 0 && corrupt === 0 ? 0 : 1;
}
