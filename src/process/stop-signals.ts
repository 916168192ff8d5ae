// When to stop: SIGINT, SIGTERM, the terminal's end, or the death of an npm that started this program.
//
// A hang-up counts only for who has something at a terminal. Whether it was to be ignored (nohup) cannot be asked:
// Node sets every signal to its default before the program runs, here and in the npm before it. But nohup, and whoever
// else starts a program that shall stay, leave it no terminal.

import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Sent by whoever rotates logs or minds time, and by default the end without a save. */
const meaningless: readonly NodeJS.Signals[] = ['SIGUSR2', 'SIGALRM'];
/** How often the parent is looked at. */
const parentCheckMs = 500;

export interface StopSignals {
  /** Resolves with the first reason to stop. */
  readonly stop: Promise<string>;
  /** Ends the watch; signals have their usual effect again. */
  release(): void;
}

/** `onIgnored` is told of a signal that does not stop. */
export function watchStopSignals(onIgnored: (signal: string) => void = () => undefined): StopSignals {
  const { promise, resolve } = Promise.withResolvers<string>();
  const onSignal = (signal: NodeJS.Signals): void => resolve(signal);
  const hasTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));
  const endWatch = isOfNpm() ? watchParent(() => resolve('npm ended')) : () => undefined;
  const onHangUp = (): void => {
    if (hasTerminal) return resolve('SIGHUP');
    // npm gets the same signal and does not survive it.
    endWatch();
    onIgnored('SIGHUP');
  };
  const onOther = (signal: NodeJS.Signals): void => onIgnored(signal);
  const stopping: NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];
  for (const signal of stopping) process.on(signal, onSignal);
  process.on('SIGHUP', onHangUp);
  for (const signal of meaningless) process.on(signal, onOther);
  return {
    stop: promise,
    release() {
      endWatch();
      for (const signal of stopping) process.off(signal, onSignal);
      process.off('SIGHUP', onHangUp);
      for (const signal of meaningless) process.off(signal, onOther);
    },
  };
}

/**
 * Whether a shell of npm is the parent: npm named its script, and we are in its group of processes. Who starts a program
 * in a session or a group of its own means it to stay, whatever is in the environment.
 */
function isOfNpm(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined && groupOf('self') !== process.pid;
}

/** npm told to stop leaves us an orphan of its shell; killed, it leaves the shell one too. */
function watchParent(onEnd: () => void): () => void {
  const parent = process.ppid;
  const npm = parentOf(parent);
  let wasGone = false;
  const timer = setInterval(() => {
    const isGone = process.ppid !== parent || parentOf(parent) !== npm;
    // Seen twice: what npm died of may be a hang-up that has not been noticed here yet.
    if (isGone && wasGone) onEnd();
    wasGone = isGone;
  }, parentCheckMs);
  timer.unref();
  return () => clearInterval(timer);
}

function parentOf(pid: number): number | undefined {
  return statusOf(pid)?.[1];
}

function groupOf(pid: number | 'self'): number | undefined {
  return statusOf(pid)?.[2];
}

/** Only Linux tells (proc(5)): the state, which is no number, the parent, the group, and more. */
function statusOf(pid: number | 'self'): number[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the program's name, which may hold anything.
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return undefined;
  }
}
