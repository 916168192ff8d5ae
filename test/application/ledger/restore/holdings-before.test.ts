// What a character had before a tick, out of a journal that goes on: the same as replaying all of it up to there.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { holdingsBefore } from '#application/ledger/restore/holdings-before.js';
import { holdingsIn } from '#application/ledger/restore/holdings.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
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
});
