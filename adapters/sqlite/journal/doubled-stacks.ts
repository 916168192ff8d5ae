// Stacks that the tables have with more than one owner. What is read out of them by a stack's id would hide that, and its
// owners would have it both. Between two pieces of following-tables.ts there may be such rows: entries that the tables are
// still to be told put them right.

import type { WordedFacts } from '#domain/vocabulary/generated/fact-codec.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { JournalError } from '#ports/storage/journal.js';
import type { LedgerTables } from './ledger-tables.js';

export class DoubledStacks {
  /** By stack, with whom it lies. */
  readonly #owners = new Map<number, Set<number>>();

  constructor(tables: Pick<LedgerTables, 'doubledStacks'>) {
    for (const { instance, owner } of tables.doubledStacks()) {
      const known = this.#owners.get(instance);
      if (known === undefined) this.#owners.set(instance, new Set([owner]));
      else known.add(owner);
    }
  }

  /** Of an entry that the tables are still to be told, or were told in part. */
  apply(facts: WordedFacts, row: number): void {
    if (facts.kind[row] !== FactKind.stackChanged) return;
    const owners = this.#owners.get(facts.instance[row]!);
    if (owners === undefined) return;
    owners.delete(facts.fromOwner[row]!);
    if (facts.after[row] !== 0) owners.add(facts.owner[row]!);
  }

  /** Throws a JournalError 'corrupt'. */
  requireNone(): void {
    for (const [instance, owners] of this.#owners)
      if (owners.size > 1)
        throw new JournalError('corrupt', `stack ${instance} lies with owners ${[...owners].join(' and ')}`);
  }
}
