// Plays a pair of verbs, and if asked plays it again: both runs must go the same way.

import type { Content } from '#domain/content/content.js';
import { runPair, type PairRun } from './cases/run-pair.js';
import { pairOf, seedOfPair } from './pair-numbers.js';

export interface PairTask {
  /** See pair-numbers. */
  readonly number: number;
  readonly firstSeed: number;
  readonly interleavings: number;
  readonly twice: boolean;
  /** See PlayedPair. */
  readonly kills: boolean;
}

export type PairVerdict = Pick<PairRun, 'cases' | 'steps' | 'broken' | 'bothDone' | 'done' | 'verbs'> & {
  readonly number: number;
};

export async function checkPair(content: Content, task: PairTask): Promise<PairVerdict> {
  const { number, firstSeed, interleavings, twice, kills } = task;
  const play = (): Promise<PairRun> =>
    runPair(content, { pair: pairOf(number), seed: seedOfPair(firstSeed, number), interleavings, kills });
  const first = await play();
  const { cases, steps, bothDone, done, verbs } = first;
  if (!twice) return { number, cases, steps, bothDone, done, verbs, broken: first.broken };
  const second = await play();
  const broken =
    first.digest === second.digest ? first.broken : [...first.broken, 'a second run went another way'];
  return { number, cases, steps: steps + second.steps, bothDone, done, verbs, broken };
}
