// Histories: who is told of what, in which pages, and what lay beside it.

import { describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import {
  historyMax,
  historyOf,
  type HistoryPage,
  type LedgerHistoryQuery,
} from '#application/ledger/history.js';
import { LedgerVerb, HolderKind } from '#domain/vocabulary/generated/words.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';

const { ground, inventory, nowhere } = HolderKind;

/** Stack 1 is a kill's and is picked up by 1; 2 is split off it, which 2 buys from 1 and eats. */
const life: readonly (readonly WriteFact[])[] = [
  [
    stackChanged({
      verb: LedgerVerb.kill,
      instance: 1,
      item: 7,
      amount: 9,
      after: 9,
      holder: ground,
      owner: 0,
    }),
  ],
  [stackChanged({ verb: LedgerVerb.pickUp, instance: 1, item: 7, amount: 0, after: 9, fromHolder: ground })],
  [
    stackChanged({
      command: 2,
      instance: 1,
      item: 7,
      amount: -4,
      after: 5,
      fromHolder: inventory,
      fromOwner: 1,
    }),
    stackChanged({ command: 2, instance: 2, item: 7, amount: 4, after: 4, slot: 1 }),
    stackChanged({ command: 3, instance: 1, item: 7, amount: 0, after: 5, slot: 9 }),
  ],
  [
    stackChanged({
      verb: LedgerVerb.trade,
      counterpart: 2,
      instance: 2,
      item: 7,
      amount: 0,
      after: 4,
      owner: 2,
    }),
  ],
  [
    stackChanged({
      ...{ verb: LedgerVerb.use, character: 2, instance: 2, item: 7, amount: -4, after: 0 },
      ...{ holder: nowhere, owner: 0, fromHolder: inventory, fromOwner: 2 },
    }),
  ],
];

function journalOf(ticks = life, keptEntries?: number): MemoryJournal {
  const journal = new MemoryJournal(keptEntries);
  ticks.forEach((facts, tick) => journal.append(journal.end.number + 1, encoded(tick + 1, ...facts)));
  journal.tend();
  return journal;
}

const ask = (query: LedgerHistoryQuery, journal = journalOf()): Promise<HistoryPage> =>
  historyOf(journal, query, () => Promise.resolve());
const numbersOf = ({ entries }: HistoryPage) => entries.map(({ number }) => number);

describe('a history', () => {
  it('of a stack has its entries in words, newest first, each with whom it was split from or laid together with', async () => {
    const page = await ask({ of: { stack: 2 }, limit: 10 });
    expect(page).toMatchObject({ more: false, keptFrom: 1 });
    expect(
      page.entries.map(({ number, tick, kind, values }) => [number, tick, kind, values['verb']]),
    ).toEqual([
      [7, 5, 'stackChanged', 'use'],
      [6, 4, 'stackChanged', 'trade'],
      [4, 3, 'stackChanged', 'arrange'],
    ]);
    expect(page.entries.map(({ partners }) => partners)).toEqual([
      [],
      [],
      [{ stack: 1, amount: -4, after: 5 }],
    ]);
    expect(page.entries[1]!.values).toMatchObject({
      character: 1,
      counterpart: 2,
      owner: 2,
      holder: 'inventory',
    });
    expect(page.entries[0]!.storedUnix).toBeNull();
  });

  it('of a character has what it did and what was done with it', async () => {
    expect(numbersOf(await ask({ of: { character: 2 }, limit: 10 }))).toEqual([7, 6]);
    expect(numbersOf(await ask({ of: { character: 1 }, limit: 10 }))).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await ask({ of: { character: 3 }, limit: 10 })).toEqual({ entries: [], more: false, keptFrom: 1 });
  });

  it('goes on page by page, and says from which entry on anything is kept', async () => {
    const first = await ask({ of: { stack: 1 }, limit: 2 });
    expect([numbersOf(first), first.more, first.keptFrom]).toEqual([[5, 3], true, null]);
    const rest = await ask({ of: { stack: 1 }, limit: 2, before: 3 });
    expect([numbersOf(rest), rest.more, rest.keptFrom]).toEqual([[2, 1], false, 1]);
    const short = await ask({ of: { stack: 1 }, limit: 10 }, journalOf(life, 5));
    expect([numbersOf(short), short.keptFrom]).toEqual([[5, 3], 3]);
  });

  it('is never of more entries than one answer holds, and lets others have their turn', async () => {
    const journal = new MemoryJournal();
    const traffic = new EncodedWindows(2_000, 2, 3);
    for (let i = 0; i < 4; i++) journal.append(journal.end.number + 1, traffic.next().bytes);
    let turns = 0;
    const page = await historyOf(journal, { of: { character: 1 }, limit: 5_000 }, async () => void turns++);
    expect([page.entries.length, page.more, turns > 0]).toEqual([historyMax, true, true]);
    const numbers = numbersOf(page);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  });
});
