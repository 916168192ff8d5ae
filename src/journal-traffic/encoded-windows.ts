// Item traffic as the journal gets it: windows of so many operations, encoded, a tick each.

import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import { ItemTraffic } from './item-traffic.js';

export interface EncodedWindow {
  readonly bytes: Uint8Array;
  readonly facts: number;
  readonly operations: number;
}

/** The most facts that one act writes. */
const factsOfAnAct = 8;

export class EncodedWindows {
  readonly #rows: FactRows;
  readonly #traffic: ItemTraffic;
  readonly #bytes: Uint8Array;

  /** `operations` of each window at most, and a few more: an act is not cut. Stacks get ids above `instance`. */
  constructor(
    private readonly operations: number,
    players: number,
    seed = 1,
    instance = 0,
  ) {
    this.#rows = new FactRows(4 * operations + 2 * factsOfAnAct);
    this.#traffic = new ItemTraffic(this.#rows, players, seed, instance);
    this.#bytes = new Uint8Array(this.#rows.capacity * factSizeMax);
  }

  next(operations = this.operations): EncodedWindow {
    const before = this.#traffic.operations;
    this.#rows.clear();
    this.#rows.now++;
    while (this.#traffic.operations - before < operations) this.#traffic.act();
    let end = 0;
    for (let row = 0; row < this.#rows.count; row++) end = encodeFact(this.#rows, row, this.#bytes, end);
    const done = this.#traffic.operations - before;
    return { bytes: this.#bytes.slice(0, end), facts: this.#rows.count, operations: done };
  }
}
