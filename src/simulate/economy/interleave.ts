// Every ordered pair of verbs of the economy, with every fault between them: shared out among threads, and counted.

import { shareOut } from '../work/share-out.js';
import { economyFaults } from './cases/variation.js';
import type { PairTask, PairVerdict } from './check-pair.js';
import { pairNumberOf, pairOf, pairsCount } from './pair-numbers.js';
import { playNames } from './plays/all-plays.js';

export interface InterleaveFlags {
  /** Of each pair and fault. */
  readonly interleavings: number;
  readonly first: number;
  /** One pair alone, as `FIRST,SECOND`; empty for all. */
  readonly case: string;
  readonly replayEvery: number;
  /** One pair in so many is played in a game file too, others with each seed. */
  readonly killEvery: number;
  readonly jobs: number;
}

export interface PairFailure {
  readonly pair: string;
  readonly broken: readonly string[];
  /** Plays this pair again. */
  readonly command: string;
}

export interface EconomyResult {
  readonly verbs: number;
  readonly faults: number;
  /** Ordered pairs of verbs. */
  readonly pairs: number;
  /** Pairs × faults × interleavings, less those of the kill that were not played. */
  readonly cases: number;
  /** Pairs that were played with the kill. */
  readonly killedPairs: number;
  /** Of these, those in which both verbs were done; in the others one was refused, as it has to be. */
  readonly bothDone: number;
  /** Ticks of all servers together. */
  readonly steps: number;
  /** Entries of the ledger that came of it, by the name of their verb. */
  readonly entries: Readonly<Record<string, number>>;
  readonly failures: readonly PairFailure[];
}

const progressEveryPairs = 200;
/** One pair in so many is played twice, for each seed in `replayEvery` that is. */
const replayedPairs = 50;

export async function interleave(
  flags: InterleaveFlags,
  progress: (line: string) => void,
): Promise<EconomyResult> {
  const alone = pairNumberOf(flags.case);
  const pairs = alone === undefined ? pairsCount : 1;
  const failures: PairFailure[] = [];
  const entries: Record<string, number> = {};
  const tasks = [...tasksOf(flags, alone)];
  const killedPairs = tasks.filter(({ kills }) => kills).length;
  let [settled, cases, bothDone, steps] = [0, 0, 0, 0];
  await shareOut<PairTask, PairVerdict>({
    program: new URL('economy-worker.js', import.meta.url),
    threads: Math.min(flags.jobs, pairs),
    tasks: tasks[Symbol.iterator](),
    died: ({ number }, reason) => ({
      ...{ number, cases: 0, steps: 0, bothDone: 0, done: [], verbs: new Map(), broken: [reason] },
    }),
    settle(verdict) {
      cases += verdict.cases;
      bothDone += verdict.bothDone;
      steps += verdict.steps;
      for (const [verb, count] of verdict.verbs) entries[verb] = (entries[verb] ?? 0) + count;
      if (verdict.broken.length > 0) {
        const failure = failureOf(verdict, flags);
        failures.push(failure);
        progress([`${failure.pair} failed; ${failure.command}`, ...failure.broken].join('\n  '));
      }
      if (++settled % progressEveryPairs === 0)
        progress(`${settled} of ${pairs} pairs of verbs, ${failures.length} failures`);
    },
  });
  failures.sort((a, b) => a.pair.localeCompare(b.pair, 'en'));
  const { length: verbs } = playNames;
  return {
    verbs,
    faults: economyFaults.length,
    pairs,
    cases,
    killedPairs,
    bothDone,
    steps,
    entries,
    failures,
  };
}

function* tasksOf(flags: InterleaveFlags, alone: number | undefined): Generator<PairTask, undefined> {
  const { first: firstSeed, interleavings, replayEvery, killEvery } = flags;
  for (let number = alone ?? 0; number <= (alone ?? pairsCount - 1); number++)
    yield {
      number,
      firstSeed,
      interleavings,
      twice: alone !== undefined || number % (replayEvery * replayedPairs) === 0,
      kills: alone !== undefined || number % killEvery === firstSeed % killEvery,
    };
}

function failureOf({ number, broken }: PairVerdict, { first, interleavings }: InterleaveFlags): PairFailure {
  const pair = pairOf(number).join(',');
  const command = `npm run simulate -- --part economy --case ${pair} --first ${first} --interleavings ${interleavings}`;
  return { pair, broken, command };
}
