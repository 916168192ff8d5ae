// What every journal promises of the oldest entries, which it lets go of; part of its suite.

import { expect, it } from '@jest/globals';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { holdingsIn, holdingsOf } from '#application/ledger/restore/holdings.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { stateDifferences } from '#domain/ledger/state/state-differences.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { letterEnded, letterSent, listingOpened } from '../support/ledger/written-documents.js';
import { encoded, stackChanged } from '../support/ledger/written-facts.js';
import type { MakeJournal } from './journal.js';

/** What is less than a piece may stay (old-entries.ts). */
const pieceMost = 3000;

const sumsOf = (journal: Journal): readonly string[] => checkLedger(journal).sums;

function firstKept(journal: Journal): number {
  let first = 0;
  journal.entries(1, (_, __, number) => {
    first = number;
    return false;
  });
  return first;
}

function fill(journal: Journal, windows: EncodedWindows, count: number): void {
  for (let i = 0; i < count; i++) journal.append(journal.end.number + 1, windows.next().bytes);
}

function tendAll(journal: Journal): void {
  for (let i = 0; i < 1000; i++) if (!journal.tend()) return;
  throw new Error('there is more and more to do');
}

export function testBase(make: MakeJournal): void {
  it('keeps as many entries as it is to, and of older ones what they came to: the ledger adds up all the same', async () => {
    const all = await make();
    const kept = await make({ keptEntries: 1000 });
    const [windows, same] = [new EncodedWindows(200, 20), new EncodedWindows(200, 20)];
    for (let round = 0; round < 4; round++) {
      fill(kept.journal, windows, 12);
      fill(all.journal, same, 12);
      tendAll(kept.journal);
      tendAll(all.journal);
    }
    const { journal } = kept;
    const base = journal.base();
    expect(all.journal.base().number).toBe(0);
    expect(base.number).toBeGreaterThan(0);
    expect(firstKept(journal)).toBe(base.number + 1);
    expect(journal.end).toEqual(all.journal.end);
    expect(journal.end.number - base.number).toBeGreaterThanOrEqual(1000);
    expect(journal.end.number - base.number).toBeLessThan(1000 + pieceMost);
    expect(stateDifferences(all.journal.tables(), journal.tables())).toEqual([]);
    const replayed = new LedgerState();
    all.journal.entries(1, (facts, row, number) => {
      if (number > base.number) return false;
      replayed.apply(facts, row);
      return true;
    });
    expect(stateDifferences(replayed, base.state)).toEqual([]);
    for (let character = 0; character < 25; character++)
      expect([character, holdingsOf(journal.baseOf(character))]).toEqual([
        character,
        holdingsIn(replayed, character),
      ]);
    expect(checkLedger(journal)).toMatchObject({ findings: [], base: base.number });
    expect(sumsOf(journal)).toEqual(sumsOf(all.journal));
    const next = await kept.reopen?.();
    if (next === undefined) return;
    expect(next.base().number).toBe(base.number);
    expect(checkLedger(next).findings).toEqual([]);
    fill(next, windows, 3);
    tendAll(next);
    expect(checkLedger(next).findings).toEqual([]);
  });

  it('knows an id that was given and is no more, though its entries are not kept', async () => {
    const { journal } = await make({ keptEntries: 1 });
    const use = { verb: LedgerVerb.use, fromHolder: 1, fromOwner: 1 } as const;
    journal.append(1, encoded(1, stackChanged({ verb: LedgerVerb.kill, instance: 1, amount: 1, after: 1 })));
    journal.append(
      2,
      encoded(2, stackChanged({ ...use, instance: 1, amount: -1, after: 0, holder: 0, owner: 0 })),
    );
    const worn = (wear: number) =>
      stackChanged({ ...use, verb: LedgerVerb.wear, instance: 2, wear, amount: 0 });
    journal.append(3, encoded(3, stackChanged({ verb: LedgerVerb.kill, instance: 2, amount: 1, after: 1 })));
    for (let tick = 4; tick < 2100; tick++) journal.append(tick, encoded(tick, worn(tick)));
    tendAll(journal);
    expect(journal.base().number).toBeGreaterThan(2);
    expect(checkLedger(journal).findings).toEqual([]);
    const { number } = journal.end;
    journal.append(
      number + 1,
      encoded(2100, stackChanged({ verb: LedgerVerb.kill, instance: 1, amount: 1, after: 1, slot: 5 })),
    );
    expect(checkLedger(journal).findings).toEqual([
      expect.stringContaining('stack 1 was no more, and is there again'),
    ]);
  });

  it('takes in entries behind which ticks begin anew', async () => {
    const { journal } = await make({ keptEntries: 1 });
    const worn = stackChanged({ verb: LedgerVerb.wear, instance: 1, fromHolder: 1, fromOwner: 1, amount: 0 });
    const last = 2 ** 32 - 2;
    journal.append(
      1,
      encoded(last, stackChanged({ verb: LedgerVerb.kill, instance: 1, amount: 1, after: 1 })),
    );
    for (let number = 2; number < 2500; number++) journal.append(number, encoded(last, worn));
    for (let number = 2500; number < 2503; number++) journal.append(number, encoded(1, worn));
    tendAll(journal);
    expect(journal.base()).toMatchObject({ number: 2499, tick: last });
    expect(journal.end).toMatchObject({ number: 2502, tick: 1 });
    expect(checkLedger(journal).findings).toEqual([]);
  });

  it('counts ids of letters and of listings apart, as a world does until it starts anew', async () => {
    const { journal } = await make({ keptEntries: 1 });
    const letter = { kind: 1, sender: 1, holder: 2, cashOnDelivery: 0, untilSeconds: 0, words: '' };
    const listing = { seller: 1, price: 7, untilSeconds: 2e9 };
    const laid = { verb: LedgerVerb.list, instance: 1, amount: 0, holder: HolderKind.listing, slot: 0 };
    const letters = [1, 2, 3].map((id) => letterSent({ letter: id, ...letter }));
    const worn = stackChanged({ verb: LedgerVerb.wear, instance: 1, fromHolder: 1, fromOwner: 1, amount: 0 });
    journal.append(
      1,
      encoded(1, stackChanged({ verb: LedgerVerb.kill, instance: 1, amount: 1, after: 1 }), ...letters),
    );
    for (let tick = 2; tick < 2200; tick++)
      journal.append(journal.end.number + 1, encoded(tick, tick === 9 ? letterEnded(3) : worn));
    tendAll(journal);
    expect(journal.base()).toMatchObject({ letter: 3, listing: 0 });
    expect(journal.base().number).toBeGreaterThan(9);
    const opened = listingOpened({ listing: 1, ...listing });
    const from = { fromHolder: HolderKind.inventory, fromOwner: 1, fromSlot: 0 };
    journal.append(
      journal.end.number + 1,
      encoded(2200, opened, stackChanged({ ...laid, ...from, owner: 1 })),
    );
    expect(checkLedger(journal).findings).toEqual([]);
    journal.append(journal.end.number + 1, encoded(2201, letterSent({ letter: 3, ...letter })));
    expect(checkLedger(journal).findings).toEqual([
      expect.stringContaining('letter 3 came to be a second time'),
    ]);
  });

  it('lets go of no part of a tick', async () => {
    const { journal } = await make({ keptEntries: 1 });
    const worn = stackChanged({ verb: LedgerVerb.wear, instance: 1, fromHolder: 1, fromOwner: 1, amount: 0 });
    journal.append(1, encoded(7, stackChanged({ verb: LedgerVerb.kill, instance: 1, amount: 1, after: 1 })));
    for (let number = 2; number < 5000; number++) journal.append(number, encoded(7, worn));
    tendAll(journal);
    expect(journal.base().number).toBe(0);
    for (let number = 5000; number < 8000; number++) journal.append(number, encoded(number, worn));
    tendAll(journal);
    expect(journal.base()).toMatchObject({ number: expect.any(Number) });
    expect(journal.base().number).toBeGreaterThanOrEqual(4999);
  });
}
