// What every server program does around its own work: read the configuration, say what is wrong with it in one go, run
// until told to stop, and stop within a bounded time, whatever its threads do. The exit code is 0 only when all of it went
// well.

import { setTimeout as sleep } from 'node:timers/promises';
import { PinoLog } from '#adapters/system/pino-log.js';
import type { Log } from '#ports/system/log.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { Configuration } from '../configuration/settings.js';
import { requireDataFolder } from '#adapters/node-files/require-data-folder.js';
import { readFileBytesMax } from '#adapters/system/file-size-limit.js';
import { fileSizeWarning } from './data-folder/require-room.js';
import { endProcess } from './end-process.js';
import { workerFault } from './require-own-process.js';
import { startFailure } from './start-failure.js';
import { watchStopSignals } from './stop-signals.js';
import { StopFailure, undoAll } from './undo.js';
import { watchUnexpectedErrors } from './unexpected-errors.js';

export interface Program<Checked> {
  /** What --help begins with. */
  readonly usage: string;
  /** Everything that can be refused is refused here, before `start` makes what stays. Rejects with what is wrong. */
  check(configuration: Configuration): Promise<Checked>;
  /**
   * May fail at any point and be called again by the next process. Asked to stop, it gives up before its next step, undoes
   * what it did, and rejects with the signal's reason.
   */
  start(
    configuration: Configuration,
    log: Log,
    checked: Checked,
    stopAsked: AbortSignal,
  ): Promise<RunningProgram>;
}

/** What a program hands back once it runs. */
export interface RunningProgram {
  /** Lines for people, printed when all is up. */
  readonly banner: readonly string[];
  /** Rejects when the program cannot go on. */
  readonly failure: Promise<never>;
  /** Resolves when the program has done what it was to do, and is to stop. */
  readonly done?: Promise<void>;
  /** Rejects when something was not stopped, or not kept, as it should. */
  stop(): Promise<void>;
}

/** Longer than any orderly stop; shorter than what process supervisors usually wait. */
const stopWithinMs = 9500;
/** How long what was forgotten to be closed may keep a stopped program. */
const lingerMs = 1000;
const stopHeardMs = 250;

export async function runProgram<Checked>(program: Program<Checked>): Promise<void> {
  const fault = workerFault();
  if (fault !== undefined) {
    console.error(`cannot start: ${fault}`);
    process.exitCode = 2;
    return;
  }
  const loaded = loadConfiguration({
    args: process.argv.slice(2),
    environment: process.env,
    workingDir: process.cwd(),
    usage: program.usage,
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
  outliveReaders();
  const log = PinoLog.to({ level: loaded.configuration.logLevel });
  for (const warning of loaded.warnings) log.warn(warning);
  const signals = watchStopSignals((signal) =>
    log.info('this signal is no reason to stop; it goes on', { signal }),
  );
  const errors = watchUnexpectedErrors(log);
  const end = Promise.race([
    signals.stop.then((reason) => {
      log.info('stopping', { reason });
      return true;
    }),
    errors.first.then(() => false),
  ]);
  const well = await runUntil(end, program, loaded.configuration, log);
  process.exitCode = well ? 0 : 1;
  errors.release();
  signals.release();
  setTimeout(() => endProcess(well ? 0 : 1), lingerMs).unref();
}

/** Whoever read what is printed may end first (`| head`, a collector of logs): no reason for players to be sent home. */
function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
}

/** Whether all went well. `end` may come at any time, the start included, and says the same of its reason. */
async function runUntil<Checked>(
  end: Promise<boolean>,
  program: Program<Checked>,
  configuration: Configuration,
  log: Log,
): Promise<boolean> {
  const deadline = new StopDeadline();
  const ending = new AbortController();
  const stopAsked = ending.signal;
  void end.then(() => {
    deadline.begin();
    ending.abort();
  });
  try {
    const check = program.check(configuration);
    // One that hangs holds nobody up: nothing was made yet.
    check.catch(() => undefined);
    await Promise.race([check, end]);
    if (stopAsked.aborted) return await end;
    const checked = await check;
    requireDataFolder(configuration.dataDir);
    const warning = fileSizeWarning(readFileBytesMax());
    if (warning !== undefined) log.warn(warning);
    const running = await program.start(configuration, log, checked, stopAsked);
    if (!stopAsked.aborted) console.log(running.banner.join('\n'));
    const endedWell = await Promise.race([end, failureOf(running, log), doneOf(running)]);
    deadline.begin();
    const stoppedWell = await stopped(running);
    log.info('stopped');
    return endedWell && stoppedWell;
  } catch (error) {
    if (error instanceof StopFailure) return tellNotStopped(error);
    // Whoever signals all processes at once may end what a start needs before this one hears of its own.
    const endedWell = await Promise.race([end, sleep(stopHeardMs, false)]);
    if (stopAsked.aborted && (endedWell || error === stopAsked.reason)) {
      log.info('stopped before it ran', error === stopAsked.reason ? {} : { reason: String(error) });
      return endedWell;
    }
    console.error(`cannot start: ${startFailure(error, configuration.dataDir)}`);
    log.debug('cannot start', { error });
    return false;
  } finally {
    deadline.over();
  }
}

async function failureOf(running: RunningProgram, log: Log): Promise<false> {
  try {
    return await running.failure;
  } catch (error) {
    log.error('a part of the server failed; stopping', { error });
    return false;
  }
}

async function doneOf({ done }: RunningProgram): Promise<true> {
  await (done ?? new Promise<never>(() => undefined));
  return true;
}

async function stopped(running: RunningProgram): Promise<boolean> {
  try {
    await undoAll([() => running.stop()]);
    return true;
  } catch (error) {
    return tellNotStopped(error as StopFailure);
  }
}

function tellNotStopped({ errors }: StopFailure): false {
  for (const each of errors as unknown[])
    console.error(`stopped, but: ${each instanceof Error ? each.message : String(each)}`);
  return false;
}

/** However the stop goes, the process ends. */
class StopDeadline {
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  begin(): void {
    if (this.isOver) return;
    this.timer ??= setTimeout(() => {
      console.error(`not stopped after ${stopWithinMs} ms; giving up`);
      endProcess(1);
    }, stopWithinMs);
  }

  over(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }
}
