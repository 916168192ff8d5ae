// What the ledger itself has to remember: which id the next stack gets, what operators have switched off, and whether
// what is done can be stored.

import { defineTable } from '../engine/system.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import type { LedgerVerb } from '../vocabulary/generated/words.js';
import { RefusalReason } from '../vocabulary/generated/words.js';

/** Ids are whole numbers that a double tells apart. */
const instanceMax = Number.MAX_SAFE_INTEGER;

export class Ledger {
  /** The highest id that a stack ever had. */
  lastInstance = 0;
  /** False while the journal takes nothing: what players ask for is refused, what happens by itself waits. */
  isStoring = true;
  /** 1 for what operators have switched off, by verb. */
  readonly closed = new Uint8Array(256);

  /** Between two ticks: what comes after is decided by it. */
  switchVerb(verb: LedgerVerb, isOpen: boolean): void {
    this.closed[verb] = isOpen ? 0 : 1;
  }

  isClosed(verb: LedgerVerb): boolean {
    return this.closed[verb] !== 0;
  }

  nextInstance(): number {
    if (this.lastInstance >= instanceMax) throw new Error('all ids of stacks are used up');
    return ++this.lastInstance;
  }

  /** Why a player may not do it now, whatever it is done with. */
  refusal(verb: LedgerVerb): Verdict {
    if (!this.isStoring) return RefusalReason.notStored;
    return this.isClosed(verb) ? RefusalReason.switchedOff : allowed;
  }

  /** Whether what would happen by itself has to wait. */
  mustWait(verb: LedgerVerb): boolean {
    return !this.isStoring || this.isClosed(verb);
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    ledger: Ledger;
  }
}

export const ledger = defineTable({
  name: 'ledger',
  create: () => new Ledger(),
  eachWord({ lastInstance, isStoring, closed }, visit) {
    visit(lastInstance | 0);
    visit(Math.floor(lastInstance / 0x1_0000_0000));
    visit(isStoring ? 1 : 0);
    for (let verb = 0; verb < closed.length; verb++) if (closed[verb] !== 0) visit(verb);
  },
});
