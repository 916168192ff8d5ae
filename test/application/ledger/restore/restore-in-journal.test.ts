// A restoring is an act like any other: it can be looked at, and taken back, by its own entries.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { restoringFacts } from '#application/ledger/restore/restore-changes.js';
import { RestoresInJournal } from '#application/ledger/restore/restore-in-journal.js';
import { encodeFacts } from '#domain/ledger/entries/encode-facts.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { noteCoinsChanged, noteStackChanged } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';

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

/** As a tick writes it. */
async function restore(before: number, tick: number): Promise<void> {
  const found = await restores.changes({ character: ada, before });
  if (typeof found === 'string') throw new Error(found);
  const { number, instance } = journal.end;
  const facts = restoringFacts(found.changes, { character: ada, tick, firstInstance: instance + 1 });
  journal.append(number + 1, facts);
}

const purse = () => journal.coinsIn(PurseKind.wallet, ada);

describe('a restoring', () => {
  it('is taken back by restoring what there was before it, on a server on which nothing else happened', async () => {
    await restore(2, 31);
    expect(purse()).toBe(5);
    const first = journal.end.number;
    await restore(first, 32);
    expect(purse()).toBe(18);
  });

  it('can be told from the one before it', async () => {
    await restore(2, 31);
    await restore(3, 32);
    expect(purse()).toBe(11);
    await restore(journal.end.number, 33);
    expect(purse()).toBe(5);
  });
});

describe('what is given back', () => {
  /** Two loaves, bought in that tick. */
  function bread(tick: number, whose: number, instance: number): number {
    const rows = new FactRows(1);
    rows.now = tick;
    const { inventory, nowhere } = HolderKind;
    const place = [inventory, whose, 0, nowhere, 0, 0] as const;
    noteStackChanged(rows, 0, 0, whose, 0, 0, LedgerVerb.buy, instance, 8, 2, 2, ...place, 0, 0);
    return journal.append(journal.end.number + 1, encodeFacts(rows));
  }

  it.each([1, 2, 3, 4, 5, 6])('adds up where %i entries are kept', async (kept) => {
    journal = new MemoryJournal(kept);
    restores = new RestoresInJournal(journal, async () => undefined);
    bread(40, ada, 1);
    coins(41, ada, 5, 5);
    const rows = new FactRows(1);
    rows.now = 42;
    const from = [HolderKind.inventory, ada, 0] as const;
    const nowhere = [HolderKind.nowhere, 0, 0] as const;
    noteStackChanged(rows, 0, 0, ada, 0, 0, LedgerVerb.discard, 1, 8, -2, 0, ...nowhere, ...from, 0, 0);
    journal.append(journal.end.number + 1, encodeFacts(rows));
    bread(43, bob, 2);
    await restore(3, 44);
    expect(journal.stacksIn(HolderKind.inventory, ada)).toMatchObject([{ instance: 3, count: 2 }]);
    coins(45, bob, 1, 1);
    while (journal.tend());
    expect(checkLedger(journal).findings).toEqual([]);
  });
});

describe('what restoring gives back', () => {
  it('is told of as far as units of it are with others, in letters and on the market, or back with the player', async () => {
    const { inventory, nowhere, letter, listing } = HolderKind;
    type Place = readonly [HolderKind, number, number];
    const [bag, bobs]: Place[] = [
      [inventory, ada, 0],
      [inventory, bob, 4],
    ];
    const gone: Place = [nowhere, 0, 0];
    let tick = 40;
    const act = (verb: LedgerVerb, whose: number, ...moves: [number, number, number, Place, Place][]) => {
      const rows = new FactRows(moves.length);
      rows.now = ++tick;
      for (const [stack, amount, after, to, from] of moves)
        noteStackChanged(
          rows,
          0,
          0,
          whose,
          ada + bob - whose,
          0,
          verb,
          stack,
          8,
          amount,
          after,
          ...to!,
          ...from!,
          0,
          0,
        );
      return journal.append(journal.end.number + 1, encodeFacts(rows));
    };
    act(LedgerVerb.buy, ada, [1, 9, 9, bag!, gone]);
    const before = journal.end.number + 1;
    act(LedgerVerb.mailSend, ada, [1, -4, 5, bag!, bag!], [2, 4, 4, [letter, 1, 0], gone]);
    act(LedgerVerb.mailTake, bob, [2, -3, 1, [letter, 1, 0], [letter, 1, 0]], [3, 3, 3, bobs!, gone]);
    act(LedgerVerb.list, ada, [1, -2, 3, bag!, bag!], [4, 2, 2, [listing, 6, 0], gone]);
    act(LedgerVerb.discard, ada, [1, -3, 0, gone, bag!]);
    // Whichever entry of the letter's tick is named, what is restored was before all of them.
    for (const named of [before, before + 1]) {
      const plan = await restores.plan({ character: ada, before: named });
      if (typeof plan === 'string') throw new Error(plan);
      expect(plan.changes.given).toMatchObject([{ instance: 1, count: 9 }]);
      expect(plan.elsewhere).toEqual([
        { of: 1, stack: 2, item: 8, count: 1, holder: letter, owner: 1 },
        { of: 1, stack: 3, item: 8, count: 3, holder: inventory, owner: bob },
        { of: 1, stack: 4, item: 8, count: 2, holder: listing, owner: 6 },
      ]);
    }
  });
});
