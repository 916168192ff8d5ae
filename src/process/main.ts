// What every server program does around its own work: read the configuration, say what is wrong with it in one go, run
// until told to stop, and stop within a bounded time.

import { PinoLog } from '#adapters/system/pino-log.js';
import type { Log } from '#ports/log.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { Configuration } from '../configuration/settings.js';
import { requireDataFolder } from './require-data-folder.js';
import { watchStopSignals } from './stop-signals.js';

/** What a program hands back once it runs. */
export interface RunningProgram {
  /** Lines for people, printed when all is up. */
  readonly banner: readonly string[];
  /** Rejects when the program cannot go on. */
  readonly failure: Promise<never>;
  stop(): Promise<void>;
}

/** Longer than any orderly stop; shorter than what process supervisors usually wait. */
const stopWithinMs = 9500;

export async function runProgram(
  usage: string,
  start: (configuration: Configuration, log: Log) => Promise<RunningProgram>,
): Promise<void> {
  const loaded = loadConfiguration({
    args: process.argv.slice(2),
    environment: process.env,
    workingDir: process.cwd(),
    usage,
  });
  if (loaded.kind === 'help') {
    console.log(loaded.text);
    return;
  }
  if (loaded.kind === 'faulty') {
    for (const problem of loaded.problems) console.error(problem);
    process.exitCode = 2;
    return;
  }
  const signals = watchStopSignals();
  const log = PinoLog.to({ level: loaded.configuration.logLevel });
  process.exitCode = await runUntilStopped(loaded.configuration, log, start, signals.stop);
  signals.release();
}

async function runUntilStopped(
  configuration: Configuration,
  log: Log,
  start: (configuration: Configuration, log: Log) => Promise<RunningProgram>,
  stop: Promise<string>,
): Promise<number> {
  let running: RunningProgram;
  try {
    requireDataFolder(configuration.dataDir);
    running = await start(configuration, log);
  } catch (error) {
    console.error(`cannot start: ${error instanceof Error ? error.message : String(error)}`);
    log.debug('cannot start', { error });
    return 1;
  }
  console.log(running.banner.join('\n'));
  const failed = await Promise.race([stop, running.failure]).then(
    (reason) => {
      log.info('stopping', { reason });
      return false;
    },
    (error: unknown) => {
      log.error('a part of the server failed; stopping', { error });
      return true;
    },
  );
  const timer = setTimeout(() => {
    console.error(`not stopped after ${stopWithinMs} ms; giving up`);
    process.exit(1);
  }, stopWithinMs);
  await running.stop();
  clearTimeout(timer);
  log.info('stopped');
  return failed ? 1 : 0;
}
