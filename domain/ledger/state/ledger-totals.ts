// What was created and destroyed of everything: the sums of each tick by verb, of which those of verbs that only move are
// zero.

import type { FactColumns } from '../../vocabulary/generated/facts.js';
import { FactKind } from '../../vocabulary/generated/facts.js';

/** What sums are kept of: an item id, or one of these. */
export const coinsKey = -1;
export const experienceKey = -2;
/** Points of skill in all professions. */
export const skillKey = -3;

export interface MadeAndGone {
  created: number;
  destroyed: number;
}

export class LedgerTotals {
  /** By item id, `coinsKey`, `experienceKey`, `skillKey`. */
  readonly all: Map<number, MadeAndGone>;
  /** Sums of this tick by verb and what is summed. */
  readonly #sums = new Map<number, number>();

  constructor(begin: ReadonlyMap<number, MadeAndGone> = new Map()) {
    this.all = new Map([...begin].map(([of, { created, destroyed }]) => [of, { created, destroyed }]));
  }

  add(facts: FactColumns, row: number): void {
    const of = summedIn(facts, row);
    if (of === undefined) return;
    const key = (of - skillKey) * 256 + facts.verb[row]!;
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + facts.amount[row]!);
  }

  /** After the last entry of a tick. Shows what came of each verb in it. */
  endTick(show: (verb: number, of: number, sum: number) => void = () => undefined): void {
    for (const [key, sum] of this.#sums) {
      const of = Math.floor(key / 256) + skillKey;
      const total = this.all.get(of) ?? { created: 0, destroyed: 0 };
      this.all.set(of, total);
      if (sum > 0) total.created += sum;
      else total.destroyed -= sum;
      show(key % 256, of, sum);
    }
    this.#sums.clear();
  }
}

/** What an entry moves; undefined when it moves nothing that is summed. */
export function summedIn(facts: FactColumns, row: number): number | undefined {
  switch (facts.kind[row]) {
    case FactKind.stackChanged:
      return facts.item[row]!;
    case FactKind.coinsChanged:
      return coinsKey;
    case FactKind.experienceChanged:
      return experienceKey;
    case FactKind.professionChanged:
      return skillKey;
    default:
      return undefined;
  }
}

/** In words, of what sums are kept. */
export function nameOf(of: number): string {
  const words = new Map([
    [coinsKey, 'coins'],
    [experienceKey, 'experience'],
    [skillKey, 'skill'],
  ]);
  return words.get(of) ?? `item ${of}`;
}
