// Whether a journal adds up: every entry that is kept is replayed upon what the oldest of them continues, what was created less what was destroyed must be there, and the tables
// must be what the entries leave.

import { Conservation } from '#domain/ledger/conservation.js';
import { nameOf, type MadeAndGone } from '#domain/ledger/state/ledger-totals.js';
import { existing, imbalances, stateDifferences, strays } from '#domain/ledger/state/state-differences.js';
import type { Journal } from '#ports/storage/journal.js';

export interface LedgerCheck {
  readonly entries: number;
  /** Number of the last entry before these, which is not kept: 0 when all are. */
  readonly base: number;
  /** What does not add up, a line each; empty when all does. */
  readonly findings: readonly string[];
  /** What was created, destroyed and is there of everything that adds up, a line each; what does not is a finding. */
  readonly sums: readonly string[];
}

/** Throws a JournalError 'corrupt' where the stored bytes are damaged. */
export function checkLedger(journal: Pick<Journal, 'base' | 'entries' | 'tables'>): LedgerCheck {
  const base = journal.base();
  const unbalanced = imbalances(base.totals, existing(base.state));
  const proof = new Conservation(base);
  let entries = 0;
  journal.entries(1, (facts, row, number) => {
    proof.add(facts, row, number);
    entries++;
  });
  proof.endTick();
  const tables = journal.tables();
  const there = existing(tables);
  const unlisted = proof.unlisted > 0 ? [`and ${proof.unlisted} more`] : [];
  return {
    entries,
    base: base.number,
    findings: [
      ...unbalanced.map((what) => `up to entry ${base.number}: ${what}`),
      ...proof.findings.map(({ number, tick, what }) => `entry ${number}, tick ${tick}: ${what}`),
      ...unlisted,
      ...imbalances(proof.totals, there),
      ...strays(proof.state),
      ...stateDifferences(proof.state, tables),
    ],
    sums: [...proof.totals.keys()]
      .filter((of) => addsUp(proof.totals.get(of)!, there.get(of)))
      .sort((a, b) => a - b)
      .map((of) => {
        const { created, destroyed } = proof.totals.get(of)!;
        return `${nameOf(of)}: ${created} created, ${destroyed} destroyed, ${there.get(of) ?? 0} there`;
      }),
  };
}

function addsUp({ created, destroyed }: MadeAndGone, there = 0): boolean {
  return created - destroyed === there;
}
