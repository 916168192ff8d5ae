// What a character had before a tick, out of a journal that goes on: the same as replaying all of it up to there.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { holdingsBefore } from '#application/ledger/restore/holdings-before.js';
import { holdingsIn } from '#application/ledger/restore/holdings.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { encodeFacts } from '#domain/ledger/entries/encode-facts.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { noteCoinsChanged } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';

/** The plain twin: everything, from the base on, up to the tick of the entry. */
function replayedBefore(journal: Journal, character: number, before: number) {
  let tick = 0;
  journal.entries(before, (facts, row) => {
    tick = facts.tick[row]!;
    return false;
  });
  const { state } = journal.base();
  journal.entries(1, (facts, row, number) => {
    if (number >= before || facts.tick[row] === tick) return false;
    state.apply(facts, row);
    return true;
  });
  return holdingsIn(state, character);
}

const noTurns = async (): Promise<void> => undefined;

describe('what a character had before a tick', () => {
  it('is what replaying everything says, whichever entries are kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(100),
        fc.integer({ min: 1, max: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        async (seed, who, where, keepsAll) => {
          const journal = new MemoryJournal(keepsAll ? Infinity : 200);
          const windows = new EncodedWindows(60, 6, seed);
          for (let i = 0; i < 8; i++) journal.append(journal.end.number + 1, windows.next().bytes);
          while (journal.tend());
          const { number: base } = journal.baseTotals();
          const before = base + 1 + Math.floor(where * (journal.end.number - base - 1));
          const told = await holdingsBefore(journal, who, before, noTurns);
          const twin = replayedBefore(journal, who, before);
          if (told === 'not-begun') expect(twin).toEqual(holdingsIn(new LedgerState(), who));
          else expect(told).toMatchObject({ holdings: twin });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is nothing of an entry that is not kept, or not there yet', async () => {
    const journal = new MemoryJournal(200);
    const windows = new EncodedWindows(60, 6, 3);
    for (let i = 0; i < 40; i++) journal.append(journal.end.number + 1, windows.next().bytes);
    while (journal.tend());
    const { number: base } = journal.baseTotals();
    expect(base).toBeGreaterThan(0);
    for (const before of [1, base, journal.end.number + 1])
      expect(await holdingsBefore(journal, 1, before, noTurns)).toBe('no-entry');
    expect(await holdingsBefore(journal, 99, base + 1, noTurns)).toBe('not-begun');
  });

  it('is right when old entries become a part of the base meanwhile', async () => {
    const journal = new MemoryJournal(200);
    const windows = new EncodedWindows(60, 6, 5);
    for (let i = 0; i < 40; i++) journal.append(journal.end.number + 1, windows.next().bytes);
    const before = journal.end.number - 20;
    const twin = replayedBefore(journal, 2, before);
    const told = await holdingsBefore(journal, 2, before, async () => void journal.tend());
    expect(told).toMatchObject({ holdings: twin });
  });

  it('looks at a character’s own entries, not at all that others did between them', async () => {
    const [ada, bob, apart] = [1, 2, 3_000];
    const rows = new FactRows(10 * apart);
    const after = [0, 0, 0];
    for (let i = 0; i < rows.capacity; i++) {
      rows.now = i + 1;
      const who = i % apart === 0 ? ada : bob;
      noteCoinsChanged(rows, 0, who, 0, 0, LedgerVerb.kill, 1, ++after[who]!, PurseKind.wallet, who);
    }
    const journal = new MemoryJournal();
    journal.append(1, encodeFacts(rows));
    let visited = 0;
    const counting: Pick<Journal, 'baseOf' | 'baseTotals' | 'end' | 'entries' | 'naming'> = {
      end: journal.end,
      baseOf: (who) => journal.baseOf(who),
      baseTotals: () => journal.baseTotals(),
      naming: (subject, before) => journal.naming(subject, before),
      entries: (from, visit) =>
        journal.entries(from, (facts, row, number) => {
          visited++;
          return visit(facts, row, number);
        }),
    };
    const told = await holdingsBefore(counting, ada, journal.end.number, noTurns);
    expect(told).toMatchObject({ holdings: { coins: 10 } });
    expect(visited).toBeLessThan(100);
  });
});
