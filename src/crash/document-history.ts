// What each letter and listing held after each entry of a journal, as players can have been told of it.

import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Held } from './held.js';
import { imageOf, letterImage, letterKey, listingKey } from './told.js';

interface Contents {
  coins: number;
  /** What a letter asks for, what a listing costs. */
  asks: number;
  readonly stacks: Map<number, string>;
}

export class DocumentHistory {
  /** By `letterKey` and `listingKey`. */
  readonly states = new Map<string, Held<string>[]>();
  readonly #contents = new Map<string, Contents>();

  /** In the order of the journal. */
  read(facts: FactRows, row: number, number: number): void {
    const id = facts.document[row]!;
    switch (facts.kind[row]!) {
      case FactKind.letterSent:
      case FactKind.letterChanged:
        this.#of(letterKey(id)).asks = facts.amount[row]!;
        return this.#hold(letterKey(id), number);
      case FactKind.listingOpened:
        this.#of(listingKey(id)).asks = facts.amount[row]!;
        return;
      case FactKind.coinsChanged:
        if (facts.holder[row] !== PurseKind.letter) return;
        this.#of(letterKey(facts.owner[row]!)).coins = facts.after[row]!;
        return this.#hold(letterKey(facts.owner[row]!), number);
      case FactKind.stackChanged:
        return this.#readStack(facts, row, number);
    }
  }

  #readStack(facts: FactRows, row: number, number: number): void {
    const from = keyOf(facts.fromHolder[row]!, facts.fromOwner[row]!);
    const to = keyOf(facts.holder[row]!, facts.owner[row]!);
    if (from !== undefined) this.#of(from).stacks.delete(facts.fromSlot[row]!);
    if (to !== undefined && facts.after[row] !== 0) {
      const [item, count] = [facts.item[row]!, facts.after[row]!];
      const image = imageOf({ item, count, wear: facts.wear[row]!, bound: facts.bound[row] !== 0 });
      this.#of(to).stacks.set(facts.slot[row]!, image);
    }
    for (const key of new Set([from, to])) if (key !== undefined) this.#hold(key, number);
  }

  #of(key: string): Contents {
    let contents = this.#contents.get(key);
    if (contents === undefined)
      this.#contents.set(key, (contents = { coins: 0, asks: 0, stacks: new Map<number, string>() }));
    return contents;
  }

  #hold(key: string, number: number): void {
    const { coins, asks, stacks } = this.#of(key);
    const value = key.startsWith('listing')
      ? `${stacks.get(0) ?? 'nothing'} for ${asks}`
      : letterImage(coins, asks, stacks);
    const states = this.states.get(key) ?? [];
    states.push({ number, value });
    this.states.set(key, states);
  }
}

function keyOf(holder: number, owner: number): string | undefined {
  if (holder === HolderKind.letter) return letterKey(owner);
  return holder === HolderKind.listing ? listingKey(owner) : undefined;
}
