// Rows of facts outside the log: what was read out of a journal, or is to be written into one.

import type { WordedFacts } from '../../vocabulary/generated/fact-codec.js';
import { FactColumns, type FactKind, type FactSink } from '../../vocabulary/generated/facts.js';

export class FactRows extends FactColumns implements WordedFacts, FactSink {
  /** Of what is written now. */
  now = 0;
  /** Rows that were claimed, from 0. */
  count = 0;
  readonly text: (string | undefined)[];

  constructor(readonly capacity: number) {
    super(capacity);
    this.text = new Array<string | undefined>(capacity).fill(undefined);
  }

  clear(): void {
    this.count = 0;
  }

  claim(kind: FactKind): number {
    if (this.count >= this.capacity) return -1;
    const row = this.count++;
    this.kind[row] = kind;
    this.tick[row] = this.now;
    this.text[row] = undefined;
    return row;
  }
}
