// Gives every target its turn, mutated inputs from its corpus, until the time is over or enough was found.

import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { SeededBytes } from '../simulate/work/seeded-bytes.js';
import { decoderTargets } from './decoder-target.js';
import { mutate } from './mutate.js';
import { OpenBookCrypto } from './open-book-crypto.js';
import { sessionTarget } from './session-target.js';
import type { FuzzTarget } from './target.js';
import { tokenTarget } from './token-target.js';

export interface FuzzFinding {
  readonly target: string;
  readonly kind: 'crash' | 'over-read';
  readonly message: string;
  readonly inputHex: string;
}

export interface FuzzResult {
  readonly executions: number;
  readonly crashes: number;
  readonly overReads: number;
  /** The first of each target. */
  readonly findings: readonly FuzzFinding[];
}

/** Inputs that one target gets in a row. */
const turnInputs = 64;

export function allTargets(crypto: CryptoSuite): FuzzTarget[] {
  return [
    ...decoderTargets(),
    tokenTarget(crypto),
    sessionTarget('session', crypto),
    sessionTarget('session behind its locks', new OpenBookCrypto(crypto)),
  ];
}

/** `corpus` is given as it is to every target first, then mutated. `isOver` is asked now and then. */
export function runFuzz(
  targets: readonly FuzzTarget[],
  corpus: readonly Uint8Array[],
  seed: number,
  isOver: (executions: number) => boolean,
): FuzzResult {
  const random = new SeededBytes(seed);
  const run = new FuzzRun(random);
  for (const target of targets) for (const input of corpus) run.execute(target, input);
  const known = new Map(targets.map((target) => [target, [...corpus, ...target.corpus]]));
  const turns = targets.flatMap((target) => Array.from({ length: target.weight }, () => target));
  for (let turn = 0; !isOver(run.executions); turn++) {
    const target = turns[turn % turns.length]!;
    for (let i = 0; i < turnInputs; i++) run.execute(target, mutate(known.get(target)!, random));
  }
  const { executions, crashes, overReads, findings } = run;
  return { executions, crashes, overReads, findings };
}

class FuzzRun {
  executions = 0;
  crashes = 0;
  overReads = 0;
  readonly findings: FuzzFinding[] = [];

  constructor(private readonly random: SeededBytes) {}

  execute(target: FuzzTarget, input: Uint8Array): void {
    this.executions++;
    try {
      if (!target.run(input, this.random)) return;
      this.overReads++;
      this.find(target, 'over-read', 'other bytes around the input gave another result', input);
    } catch (error) {
      this.crashes++;
      this.find(
        target,
        'crash',
        error instanceof Error ? (error.stack ?? error.message) : String(error),
        input,
      );
    }
  }

  private find(target: FuzzTarget, kind: FuzzFinding['kind'], message: string, input: Uint8Array): void {
    if (this.findings.some((known) => known.target === target.name && known.kind === kind)) return;
    this.findings.push({ target: target.name, kind, message, inputHex: Buffer.from(input).toString('hex') });
  }
}
