// All cases of one ordered pair of verbs, one after the other on one lineage of servers, and at last the whole journal.

import type { Content } from '#domain/content/content.js';
import { judge } from '../../../crash/judge.js';
import type { PlayName } from '../plays/all-plays.js';
import { EconomyStage } from '../server/stage.js';
import { FileStores } from '../server/stores.js';
import { erasedInTables } from './judge-erased.js';
import { EconomyCase, type Meddle } from './run-case.js';
import { economyFaults, variationOf, type EconomyFault } from './variation.js';

export interface PlayedPair {
  readonly pair: readonly [PlayName, PlayName];
  readonly seed: number;
  /** Of each fault. */
  readonly interleavings: number;
  /** Also in a game file whose server is killed. */
  readonly kills: boolean;
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

/** In memory each fault but the kill, and in a game file that one. */
export async function runPair(content: Content, task: PlayedPair, meddle?: Meddle): Promise<PairRun> {
  const run = new Lineage(new EconomyStage(content, task.seed), task, meddle);
  await run.play(economyFaults.filter((fault) => fault !== 'kill'));
  if (!task.kills) return run.verdict;
  const stores = await FileStores.make();
  try {
    const killed = new Lineage(new EconomyStage(content, task.seed, stores), task, meddle);
    await killed.play(['kill']);
    return bothOf(run.verdict, killed.verdict);
  } finally {
    await stores.close();
  }
}

class Lineage {
  readonly #broken: string[] = [];
  readonly #hashes: string[] = [];
  readonly #done = new Set<PlayName>();
  #cases = 0;
  #bothDone = 0;

  constructor(
    private readonly stage: EconomyStage,
    private readonly task: PlayedPair,
    private readonly meddle: Meddle | undefined,
  ) {}

  async play(faults: readonly EconomyFault[]): Promise<void> {
    const { stage, meddle } = this;
    const { pair, seed, interleavings } = this.task;
    await stage.run(2);
    for (const fault of faults)
      for (let n = 0; n < interleavings; n++) {
        // Each fault meets the pair in the same ways, whichever others are played.
        const variation = variationOf(seed * 1000 + economyFaults.indexOf(fault) * interleavings + n, fault);
        const verdict = await new EconomyCase(stage, pair, variation, meddle).run(this.#cases++);
        const where = `${pair.join(',')} with ${fault}, interleaving ${n}`;
        this.#broken.push(...verdict.broken.map((line) => `${where}: ${line}`));
        for (const name of verdict.done) this.#done.add(name);
        if (verdict.done.length === pair.length) this.#bothDone++;
        this.#hashes.push(stage.server.simulation.hash());
      }
    this.#judge();
  }

  get verdict(): PairRun {
    const { steps, told, books } = this.stage;
    return {
      ...{ cases: this.#cases, steps, broken: this.#broken, bothDone: this.#bothDone },
      ...{ done: [...this.#done], verbs: books.verbs },
      digest: `${this.#hashes.join(' ')} ${told.sum} of ${told.messages}`,
    };
  }

  #judge(): void {
    const { everybody, stores } = this.stage;
    const characters = new Map(everybody.map(({ name, characterId }) => [name, characterId]));
    const told = everybody.map(({ name, events }) => ({ name, events, atEnd: undefined }));
    const { lost, doubled, ledgerErrors } = judge(stores.journal, characters, told);
    const at = `${this.task.pair.join(',')} at last`;
    const found = [...lost, ...doubled, ...ledgerErrors, ...erasedInTables(this.stage)];
    this.#broken.push(...found.map((line) => `${at}: ${line}`));
  }
}

function bothOf(a: PairRun, b: PairRun): PairRun {
  const verbs = new Map(a.verbs);
  for (const [verb, count] of b.verbs) verbs.set(verb, (verbs.get(verb) ?? 0) + count);
  return {
    ...{ cases: a.cases + b.cases, steps: a.steps + b.steps, bothDone: a.bothDone + b.bothDone, verbs },
    broken: [...a.broken, ...b.broken],
    done: [...new Set([...a.done, ...b.done])],
    digest: `${a.digest}; ${b.digest}`,
  };
}
