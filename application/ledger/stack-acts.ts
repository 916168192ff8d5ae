// What happened to stacks, act by act: which gave units to which follows from the entries of one tick with one verb, item,
// character and command.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { noWords, placeOf, type LedgerWords } from './place-of.js';
import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type { Journal } from '#ports/storage/journal.js';

export interface StackEntry {
  readonly number: number;
  readonly tick: number;
  readonly verb: number;
  readonly character: number;
  readonly counterpart: number;
  readonly command: number;
  readonly instance: number;
  readonly item: number;
  readonly amount: number;
  readonly after: number;
  readonly from: string;
  readonly to: string;
}

/** Units went from one stack to another. */
export interface Transfer {
  /** Of the last and the first entry of its act, so that both ends are told. */
  readonly number: number;
  readonly first: number;
  readonly giver: number;
  readonly taker: number;
}

/** Acts of entries from the number `from` on, in their order. */
export function eachAct(
  journal: Pick<Journal, 'entries'>,
  { from = 1, words = noWords }: { readonly from?: number; readonly words?: LedgerWords },
  visit: (act: readonly StackEntry[]) => void,
): void {
  const acts = new StackActs(visit, words);
  journal.entries(from, (facts, row, number) => acts.add(facts, row, number));
  acts.end();
}

/** Gathers entries, which come in their order, into acts. */
export class StackActs {
  #act: StackEntry[] = [];

  constructor(
    private readonly visit: (act: readonly StackEntry[]) => void,
    private readonly words = noWords,
  ) {}

  add(facts: FactRows, row: number, number: number): void {
    if (facts.kind[row] !== FactKind.stackChanged) return;
    const entry = entryOf(facts, row, number, this.words);
    if (this.#act[0] !== undefined && !isOneAct(this.#act[0], entry)) this.end();
    this.#act.push(entry);
  }

  /** No more come of the last one. */
  end(): void {
    this.visit(this.#act);
    this.#act = [];
  }
}

export function transfersOf(act: readonly StackEntry[]): Transfer[] {
  const [first, number] = [act[0]?.number ?? 0, act.at(-1)?.number ?? 0];
  return act
    .filter(({ amount }) => amount < 0)
    .flatMap((giver) =>
      act
        .filter(({ amount, item }) => amount > 0 && item === giver.item)
        .map((taker) => ({ number, first, giver: giver.instance, taker: taker.instance })),
    );
}

function entryOf(facts: FactRows, row: number, number: number, words: LedgerWords): StackEntry {
  return {
    number,
    tick: facts.tick[row]!,
    verb: facts.verb[row]!,
    character: facts.character[row]!,
    counterpart: facts.counterpart[row]!,
    command: facts.command[row]!,
    instance: facts.instance[row]!,
    item: facts.item[row]!,
    amount: facts.amount[row]!,
    after: facts.after[row]!,
    from: placeOf(facts.fromHolder[row]!, facts.fromOwner[row]!, facts.fromSlot[row]!, words),
    to: placeOf(facts.holder[row]!, facts.owner[row]!, facts.slot[row]!, words),
  };
}

/** A trade's two sides have a command each, and are told as two. */
function isOneAct(first: StackEntry, next: StackEntry): boolean {
  return (
    first.tick === next.tick &&
    first.verb === next.verb &&
    first.character === next.character &&
    first.command === next.command
  );
}
