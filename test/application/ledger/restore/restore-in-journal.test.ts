// A restoring is an act like any other: it can be looked at, and taken back, by its own entries.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { RestoresInJournal } from '#application/ledger/restore/restore-in-journal.js';
import { encodeFacts } from '#domain/ledger/entries/encode-facts.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { noteCoinsChanged } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';

const [ada, bob] = [7, 8];
let journal: MemoryJournal;
let restores: RestoresInJournal;

beforeEach(() => {
  journal = new MemoryJournal();
  restores = new RestoresInJournal(journal, async () => undefined);
  coins(10, ada, 5, 5);
  coins(20, ada, 6, 11);
  coins(30, ada, 7, 18);
});

/** Earned with a kill in that tick. Resolves with the number of the entry. */
function coins(tick: number, whose: number, amount: number, after: number): number {
  const rows = new FactRows(1);
  rows.now = tick;
  noteCoinsChanged(rows, 0, whose, 0, 0, LedgerVerb.kill, amount, after, PurseKind.wallet, whose);
  return journal.append(journal.end.number + 1, encodeFacts(rows));
}

const purse = () => journal.coinsIn(PurseKind.wallet, ada);

describe('a restoring', () => {
  it('is taken back by restoring what there was before it, on a server on which nothing else happened', async () => {
    await restores.run({ character: ada, before: 2 }, { firstInstance: 100, tick: 31 });
    expect(purse()).toBe(5);
    const first = journal.end.number;
    await restores.run({ character: ada, before: first }, { firstInstance: 400, tick: 32 });
    expect(purse()).toBe(18);
  });

  it('can be told from the one before it', async () => {
    await restores.run({ character: ada, before: 2 }, { firstInstance: 100, tick: 31 });
    await restores.run({ character: ada, before: 3 }, { firstInstance: 400, tick: 32 });
    expect(purse()).toBe(11);
    await restores.run({ character: ada, before: journal.end.number }, { firstInstance: 700, tick: 33 });
    expect(purse()).toBe(5);
  });

  it('is of no earlier tick than what others did meanwhile', async () => {
    coins(40, bob, 1, 1);
    await restores.run({ character: ada, before: 2 }, { firstInstance: 100, tick: 31 });
    expect(journal.end.tick).toBe(40);
  });
});
