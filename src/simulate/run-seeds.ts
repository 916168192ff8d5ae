// Whole servers, one per seed, shared out among threads.

import type { SeedVerdict } from './check-seed.js';
import type { SimulateFlags } from './simulate-flags.js';
import type { SeedTask } from './simulate-worker.js';
import { shareOut } from './work/share-out.js';

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
  const { seeds } = flags;
  const failures: SeedFailure[] = [];
  let [done, steps] = [0, 0];
  await shareOut<SeedTask, SeedVerdict>({
    program: new URL('simulate-worker.js', import.meta.url),
    threads: Math.min(flags.jobs, seeds),
    tasks: tasksOf(flags),
    died: ({ seed }, reason) => ({ seed, steps: 0, broken: [reason] }),
    settle(verdict) {
      steps += verdict.steps;
      if (verdict.broken.length > 0) {
        const failure = { seed: verdict.seed, broken: verdict.broken, command: commandFor(verdict.seed) };
        failures.push(failure);
        progress([`seed ${failure.seed} failed; ${failure.command}`, ...failure.broken].join('\n  '));
      }
      if (++done % progressEverySeeds === 0)
        progress(`${done} of ${seeds} seeds, ${failures.length} failures`);
    },
  });
  failures.sort((a, b) => a.seed - b.seed);
  return { seeds, failures, steps };
}

function* tasksOf({ seeds, first, replayEvery }: SimulateFlags): Generator<SeedTask, undefined> {
  for (let i = 0; i < seeds; i++) yield { seed: first + i, twice: i % replayEvery === 0 };
}

function commandFor(seed: number): string {
  return `npm run simulate -- --first ${seed} --seeds 1 --replay-every 1 --part sessions`;
}
