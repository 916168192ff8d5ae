// What every journal promises of letters and listings; part of its suite.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { stateDifferences } from '#domain/ledger/state/state-differences.js';
import { HolderKind, LetterKind } from '#domain/vocabulary/generated/words.js';
import {
  letterChanged,
  letterCoins,
  letterEnded,
  letterSent,
  listingEnded,
  listingOpened,
} from '../support/ledger/written-documents.js';
import { encoded, stackChanged, type WriteFact } from '../support/ledger/written-facts.js';
import type { JournalAndReopening } from './journal.js';

const { letter, listing, nowhere } = HolderKind;

export function testDocuments(make: () => Promise<JournalAndReopening>): void {
  it('knows letters with their words and what they enclose, until they end', async () => {
    const { journal } = await make();
    expect(journal.letters()).toEqual([]);
    const words = 'Ünal\nhello 🦊\n';
    const written = { kind: LetterKind.written, sender: 5, holder: 6, cashOnDelivery: 9, untilSeconds: 2e9 };
    journal.append(
      1,
      encoded(
        1,
        letterSent({ letter: 3, ...written, words }),
        letterCoins(3, 40, 40),
        stackChanged({ instance: 7, item: 2, amount: 5, after: 5, holder: letter, owner: 3, slot: 2 }),
        stackChanged({ instance: 8, item: 4, amount: 1, after: 1, holder: letter, owner: 3, slot: 0 }),
        letterSent({ letter: 2, ...written, holder: 7, words: 'Eve\n\n' }),
      ),
    );
    const [second, third] = journal.letters();
    expect(second).toEqual({ letter: 2, ...written, holder: 7, words: 'Eve\n\n', coins: 0, stacks: [] });
    expect(third).toMatchObject({ letter: 3, ...written, words, coins: 40 });
    expect(third!.stacks.map(({ instance, slot }) => [instance, slot])).toEqual([
      [8, 0],
      [7, 2],
    ]);
    expect(journal.end.document).toBe(3);
    const returned = { kind: LetterKind.returned, sender: 6, holder: 5, cashOnDelivery: 0, untilSeconds: 0 };
    journal.append(6, encoded(2, letterChanged({ letter: 3, ...returned }), letterCoins(3, -40, 0)));
    expect(journal.letters()[1]).toMatchObject({ letter: 3, ...returned, words, coins: 0 });
    journal.append(8, encoded(3, letterEnded(2)));
    expect(journal.letters().map((each) => each.letter)).toEqual([3]);
    expect(journal.end.document).toBe(3);
  });

  it('forgets what a letter says with whoever wrote it, and what all letters say that are no more', async () => {
    const { journal, reopen } = await make();
    const of = { kind: LetterKind.written, sender: 5, holder: 6, cashOnDelivery: 0, untilSeconds: 0 };
    const ids = [1, 2, 3, 4];
    journal.append(
      1,
      encoded(1, ...ids.map((id) => letterSent({ letter: id, ...of, words: `Ada\nnumber ${id}\n` }))),
    );
    const paid = { ...of, kind: LetterKind.payment };
    journal.append(5, encoded(1, letterSent({ letter: 5, ...paid, words: 'Ada\nnumber 5\n' })));
    const saidInEntries = (of: typeof journal): string[] => {
      const said: string[] = [];
      of.entries(1, (rows, row) => void said.push(/number \d/.exec(rows.text[row] ?? '')?.[0] ?? ''));
      return said.filter((words) => words !== '');
    };
    expect(saidInEntries(journal)).toEqual([1, 2, 3, 4, 5].map((id) => `number ${id}`));
    journal.append(
      6,
      encoded(
        2,
        letterChanged({ letter: 1, ...of, sender: 0 }),
        letterChanged({ letter: 2, ...of, kind: LetterKind.returned, sender: 0 }),
        letterEnded(3),
        letterChanged({ letter: 5, ...paid, sender: 0 }),
      ),
    );
    for (const open of [async () => journal, reopen]) {
      const one = await open?.();
      if (one === undefined) continue;
      expect(one.letters().map(({ letter: id, words }) => [id, words])).toEqual([
        [1, ''],
        [2, 'Ada\nnumber 2\n'],
        [4, 'Ada\nnumber 4\n'],
        [5, ''],
      ]);
      expect(saidInEntries(one)).toEqual(['number 2', 'number 4']);
      const expected = one.base().state;
      one.entries(1, (rows, row) => expected.apply(rows, row));
      expect(stateDifferences(expected, one.tables())).toEqual([]);
    }
  });

  it('knows no words of a letter that ended and is there again', async () => {
    const { journal, reopen } = await make();
    const of = {
      letter: 4,
      kind: LetterKind.written,
      sender: 1,
      holder: 2,
      cashOnDelivery: 0,
      untilSeconds: 2e9,
    };
    journal.append(1, encoded(1, letterSent({ ...of, words: 'Ada\nhello\n' })));
    journal.append(2, encoded(2, letterEnded(4), letterChanged(of)));
    for (const open of [async () => journal, reopen])
      expect((await open?.())?.letters().map(({ words }) => words) ?? ['']).toEqual(['']);
  });

  it('stores what is done besides with a window, or neither', async () => {
    const { journal } = await make();
    let times = 0;
    const fails = (): void => {
      throw new Error('as the test wants it');
    };
    expect(() => journal.append(1, encoded(1, letterEnded(1)), fails)).toThrow('as the test wants it');
    expect(journal.end.number).toBe(0);
    expect(journal.append(1, encoded(1, letterEnded(1)), () => void times++)).toBe(1);
    expect(times).toBe(1);
  });

  it('knows what is on the market, and its stack, until it ends', async () => {
    const { journal } = await make();
    expect(journal.listings()).toEqual([]);
    const lies = { item: 2, amount: 5, after: 5, holder: listing };
    const opened = { seller: 5, price: 100, untilSeconds: 2e9 };
    journal.append(
      1,
      encoded(
        1,
        listingOpened({ listing: 11, ...opened }),
        stackChanged({ instance: 7, ...lies, owner: 11 }),
        listingOpened({ listing: 12, ...opened }),
      ),
    );
    expect(journal.listings()).toMatchObject([
      { listing: 11, ...opened, stack: { instance: 7, count: 5, owner: 11 } },
      { listing: 12, ...opened, stack: undefined },
    ]);
    expect(journal.end.document).toBe(12);
    journal.append(
      4,
      encoded(2, stackChanged({ instance: 7, amount: -5, after: 0, holder: nowhere }), listingEnded(11)),
    );
    expect(journal.listings().map((each) => each.listing)).toEqual([12]);
  });

  it('has letters and listings as the entries leave them, whatever the windows are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyFact, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
        async (windows) => {
          const { journal, reopen } = await make();
          for (const [tick, facts] of windows.entries())
            journal.append(journal.end.number + 1, encoded(tick, ...facts));
          const expected = new LedgerState();
          journal.entries(1, (rows, row) => expected.apply(rows, row));
          expect(stateDifferences(expected, journal.tables())).toEqual([]);
          const [letters, listings] = [journal.letters(), journal.listings()];
          expect(letters.map((each) => each.letter)).toEqual(
            [...expected.letters.keys()].sort((a, b) => a - b),
          );
          const next = await reopen?.();
          if (next !== undefined) expect([next.letters(), next.listings()]).toEqual([letters, listings]);
        },
      ),
      { numRuns: 60 },
    );
  });
}

/** Of few ids, so that they come, change and go; what no rule would do is stored as well as the rest. */
const anyFact: fc.Arbitrary<WriteFact> = fc
  .record({ kind: fc.constantFrom(0, 1, 2, 3, 4), id: fc.integer({ min: 1, max: 4 }), number: fc.nat(999) })
  .map(({ kind, id, number }) => {
    const changed = { kind: 1, sender: number, holder: id, cashOnDelivery: number, untilSeconds: number };
    if (kind === 0) return letterSent({ letter: id, ...changed, words: `Ada ${number}\nx\n` });
    if (kind === 1) return letterChanged({ letter: id, ...changed });
    if (kind === 2) return letterEnded(id);
    return kind === 3
      ? listingOpened({ listing: id, seller: id, price: number, untilSeconds: number })
      : listingEnded(id);
  });
