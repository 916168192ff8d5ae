// All cases of one ordered pair of verbs, one after the other on one lineage of servers, and at last the whole journal.

import type { Content } from '#domain/content/content.js';
import { judge } from '../../../crash/judge.js';
import type { PlayName } from '../plays/all-plays.js';
import { EconomyStage } from '../server/stage.js';
import { EconomyCase, type Meddle } from './run-case.js';
import { economyFaults, variationOf } from './variation.js';

export interface PlayedPair {
  readonly pair: readonly [PlayName, PlayName];
  readonly seed: number;
  /** Of each fault. */
  readonly interleavings: number;
}

export interface PairRun {
  readonly cases: number;
  readonly steps: number;
  /** What does not hold, a line each. */
  readonly broken: readonly string[];
  /** Cases in which both verbs were done. */
  readonly bothDone: number;
  readonly done: readonly PlayName[];
  /** Of the world after each case, and of all that was told. */
  readonly digest: string;
  /** Entries of the ledger by the name of their verb. */
  readonly verbs: ReadonlyMap<string, number>;
}

export async function runPair(content: Content, task: PlayedPair, meddle?: Meddle): Promise<PairRun> {
  const { pair, seed, interleavings } = task;
  const stage = new EconomyStage(content, seed);
  await stage.run(2);
  const broken: string[] = [];
  const hashes: string[] = [];
  const done = new Set<PlayName>();
  let [cases, bothDone] = [0, 0];
  for (const fault of economyFaults)
    for (let n = 0; n < interleavings; n++) {
      const variation = variationOf(seed * 1000 + cases, fault);
      const verdict = await new EconomyCase(stage, pair, variation, meddle).run(cases++);
      const where = `${pair.join(',')} with ${fault}, interleaving ${n}`;
      broken.push(...verdict.broken.map((line) => `${where}: ${line}`));
      for (const name of verdict.done) done.add(name);
      if (verdict.done.length === pair.length) bothDone++;
      hashes.push(stage.server.simulation.hash());
    }
  const characters = new Map(stage.everybody.map(({ name, characterId }) => [name, characterId]));
  const { lost, doubled, ledgerErrors } = judge(
    stage.stores.journal,
    characters,
    stage.everybody.map(({ name, events }) => ({ name, events, atEnd: undefined })),
  );
  broken.push(...[...lost, ...doubled, ...ledgerErrors].map((line) => `${pair.join(',')} at last: ${line}`));
  const digest = `${hashes.join(' ')} ${stage.told.sum} of ${stage.told.messages}`;
  return { cases, steps: stage.steps, broken, bothDone, done: [...done], digest, verbs: stage.books.verbs };
}
