// What the entries of one tick created, destroyed and moved, by verb and thing. A verb that only moves sums to zero in its tick,
// so what a tick did is known when all of it was read.

import { summedIn } from '#domain/ledger/state/ledger-totals.js';
import type { FactColumns } from '#domain/vocabulary/generated/facts.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';

/** More than any verb. */
const verbs = 256;
/** Keys of what is summed begin here, above which they are counted. */
const lowestOf = -8;

interface TickSum {
  /** What all gained together: created where it is more than 0, destroyed where it is less. */
  net: number;
  /** What some gained. */
  gained: number;
  /** Units of stacks that went elsewhere as they were. */
  carried: number;
}

export interface TickFlow {
  readonly verb: number;
  readonly of: number;
  readonly net: number;
  readonly moved: number;
}

export class TickFlows {
  readonly #sums = new Map<number, TickSum>();

  add(facts: FactColumns, row: number): void {
    const of = summedIn(facts, row);
    if (of === undefined) return;
    const key = (of - lowestOf) * verbs + facts.verb[row]!;
    let sum = this.#sums.get(key);
    if (sum === undefined) this.#sums.set(key, (sum = { net: 0, gained: 0, carried: 0 }));
    const amount = facts.amount[row]!;
    sum.net += amount;
    if (amount > 0) sum.gained += amount;
    else if (amount === 0 && isCarried(facts, row)) sum.carried += facts.after[row]!;
  }

  /** So far. */
  list(): TickFlow[] {
    return [...this.#sums].map(([key, { net, gained, carried }]) => ({
      verb: key % verbs,
      of: Math.floor(key / verbs) + lowestOf,
      net,
      moved: gained - Math.max(net, 0) + carried,
    }));
  }

  clear(): void {
    this.#sums.clear();
  }
}

/** Whole, to another holder or owner; from slot to slot is no move of anything. */
function isCarried(facts: FactColumns, row: number): boolean {
  if (facts.kind[row] !== FactKind.stackChanged || facts.fromHolder[row] === HolderKind.nowhere) return false;
  return facts.fromHolder[row] !== facts.holder[row] || facts.fromOwner[row] !== facts.owner[row];
}
