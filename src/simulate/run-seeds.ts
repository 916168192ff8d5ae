// Shares the seeds out among worker threads and gathers what they found.

import { Worker } from 'node:worker_threads';
import type { SeedVerdict } from './check-seed.js';
import type { SimulateFlags } from './simulate-flags.js';
import type { SeedTask } from './simulate-worker.js';

export interface SeedFailure {
  readonly seed: number;
  readonly broken: readonly string[];
  /** Runs this seed again. */
  readonly command: string;
}

export interface SimulateResult {
  readonly seeds: number;
  readonly failures: readonly SeedFailure[];
  /** Ticks of all servers together. */
  readonly steps: number;
}

const progressEverySeeds = 50;

export async function runSeeds(
  flags: SimulateFlags,
  progress: (line: string) => void,
): Promise<SimulateResult> {
  const { seeds, first, replayEvery } = flags;
  const failures: SeedFailure[] = [];
  let [next, done, steps] = [first, 0, 0];
  const take = (): SeedTask | undefined =>
    next < first + seeds ? { seed: next, twice: (next++ - first) % replayEvery === 0 } : undefined;
  const settle = (verdict: SeedVerdict) => {
    steps += verdict.steps;
    if (verdict.broken.length > 0) {
      const failure = { seed: verdict.seed, broken: verdict.broken, command: commandFor(verdict.seed) };
      failures.push(failure);
      progress([`seed ${failure.seed} failed; ${failure.command}`, ...failure.broken].join('\n  '));
    }
    if (++done % progressEverySeeds === 0) progress(`${done} of ${seeds} seeds, ${failures.length} failures`);
  };
  const jobs = Math.min(flags.jobs, seeds);
  await Promise.all(Array.from({ length: jobs }, () => work(take, settle)));
  failures.sort((a, b) => a.seed - b.seed);
  return { seeds, failures, steps };
}

function commandFor(seed: number): string {
  return `npm run simulate -- --first ${seed} --seeds 1 --replay-every 1`;
}

/** One thread, seed after seed. A thread that dies is a failure of its seed, and another one goes on. */
async function work(take: () => SeedTask | undefined, settle: (verdict: SeedVerdict) => void): Promise<void> {
  let worker = startWorker();
  try {
    for (let task = take(); task !== undefined; task = take()) {
      const verdict = await ask(worker, task);
      settle(verdict);
      if (verdict.steps < 0) worker = startWorker();
    }
  } finally {
    await worker.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(new URL('simulate-worker.js', import.meta.url));
}

function ask(worker: Worker, task: SeedTask): Promise<SeedVerdict> {
  const { promise, resolve } = Promise.withResolvers<SeedVerdict>();
  const died = (cause: unknown) => {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : `thread ended: ${String(cause)}`;
    resolve({ seed: task.seed, steps: -1, broken: [reason] });
  };
  worker.once('error', died);
  worker.once('exit', died);
  worker.once('message', (verdict: SeedVerdict) => {
    worker.off('error', died);
    worker.off('exit', died);
    resolve(verdict);
  });
  worker.postMessage(task);
  return promise;
}
