// `npm run bots`: connects bots to a running game server and says how it went. See --help.

import { parseBotFlags } from '../bots/bot-flags.js';
import { jsonLine, progressLine, summary } from '../bots/bot-report.js';
import { runBots } from '../bots/run-bots.js';
import { serverNearby } from '../configuration/server-nearby.js';
import { askedFor } from '../process/command-line.js';

const server = serverNearby(process.env, process.cwd());
const asked = askedFor(parseBotFlags(process.argv.slice(2), server));
if (asked !== undefined) {
  const { flags } = asked;
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true));
  try {
    const result = await runBots(flags, server.contentDir, {
      // Progress goes to standard error, so that standard output is the result alone.
      onProgress: (progress) => console.error(progressLine(progress)),
      isStopped: () => stopped,
    });
    console.log(flags.json ? jsonLine(result) : summary(result));
    process.exitCode = result.failed === 0 && result.errors.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`bots: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
