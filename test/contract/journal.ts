// What every journal promises, run by one test file per adapter.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { stateDifferences } from '#domain/ledger/state/state-differences.js';
import * as facts from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { testBase } from './journal-base.js';
import { testDocuments } from './journal-documents.js';
import { testHistory } from './journal-history.js';
import { encoded, stackChanged } from '../support/ledger/written-facts.js';

export interface JournalAndReopening {
  readonly journal: Journal;
  /** The journal as the next process finds it; undefined where nothing outlasts the process. */
  readonly reopen?: () => Promise<Journal>;
}

const { ground, inventory, nowhere } = HolderKind;

export type MakeJournal = (options?: { readonly keptEntries?: number }) => Promise<JournalAndReopening>;

export function testJournal(name: string, make: MakeJournal): void {
  describe(`${name} as a journal`, () => {
    it('is empty at first', async () => {
      const { journal } = await make();
      expect(journal.end).toEqual({ number: 0, tick: 0, instance: 0, document: 0 });
      expect(journal.stacksIn(inventory, 1)).toEqual([]);
      expect(journal.onGround()).toEqual([]);
      expect(journal.coinsIn(PurseKind.wallet, 1)).toBe(0);
      expect(journal.experienceOf(1)).toBe(0);
      expect(journal.professionsOf(1)).toEqual([]);
      expect(journal.commandsOf(1)).toEqual({ highest: 0, done: [] });
      journal.entries(1, () => {
        throw new Error('there are none');
      });
      expect(journal.append(1, new Uint8Array(0))).toBe(0);
    });

    it('numbers facts from 1 on and gives them back from any number', async () => {
      const { journal } = await make();
      const experience = (after: number) => (rows: FactRows) =>
        facts.noteExperienceChanged(rows, 0, 4, 9, LedgerVerb.kill, 5, after);
      expect(journal.append(1, encoded(7, experience(5), experience(10)))).toBe(2);
      expect(journal.append(3, encoded(8, experience(15)))).toBe(3);
      expect(journal.end).toEqual({ number: 3, tick: 8, instance: 0, document: 0 });
      expect(journal.experienceOf(9)).toBe(15);
      const seen: [number, number, number][] = [];
      journal.entries(2, (rows, row, number) => void seen.push([number, rows.tick[row]!, rows.after[row]!]));
      expect(seen).toEqual([
        [2, 7, 10],
        [3, 8, 15],
      ]);
      const first: number[] = [];
      journal.entries(1, (_, __, number) => {
        first.push(number);
        return false;
      });
      expect(first).toEqual([1]);
    });

    it('knows of each member of a spawn group when it comes back, by the last time that it fell', async () => {
      const { journal, reopen } = await make();
      expect(journal.fallen()).toEqual([]);
      const fell = (map: number, spawnGroup: string, member: number, ticks: number) => (rows: FactRows) => {
        const isNoted = facts.noteCreatureFell(rows, 0, 0, map, member, ticks);
        rows.text[rows.count - 1] = spawnGroup;
        return isNoted;
      };
      journal.append(
        1,
        encoded(7, fell(2, 'wölfe', 1, 600), fell(1, 'boars', 0, 5), fell(2, 'wölfe', 0, 600)),
      );
      journal.append(4, encoded(900, fell(2, 'wölfe', 1, 300)));
      const expected = [
        { map: 1, spawnGroup: 'boars', member: 0, dueTick: 12 },
        { map: 2, spawnGroup: 'wölfe', member: 0, dueTick: 607 },
        { map: 2, spawnGroup: 'wölfe', member: 1, dueTick: 1200 },
      ];
      expect(journal.fallen()).toEqual(expected);
      if (reopen !== undefined) expect((await reopen()).fallen()).toEqual(expected);
    });

    it('refuses what does not continue it, and what is no whole facts, and is as before', async () => {
      const { journal } = await make();
      const one = encoded(1, stackChanged({ instance: 1, amount: 2, after: 2 }));
      journal.append(1, one);
      const invalid = expect.objectContaining({ code: 'invalid' });
      for (const number of [0, 1, 3]) expect(() => journal.append(number, one)).toThrow(invalid);
      expect(() => journal.append(2, one.subarray(1))).toThrow(invalid);
      expect(() => journal.append(2, one.subarray(0, one.length - 1))).toThrow(invalid);
      expect(journal.end.number).toBe(1);
      expect(journal.append(2, one)).toBe(2);
    });

    it('knows the stacks of a holder, by slot, as they are after the last of their facts', async () => {
      const { journal } = await make();
      const bag = { holder: inventory, owner: 5 };
      journal.append(
        1,
        encoded(
          1,
          stackChanged({ instance: 8, item: 3, amount: 4, after: 4, ...bag, slot: 2 }),
          stackChanged({ instance: 9, item: 3, amount: 6, after: 6, ...bag, slot: 1, wear: 3, bound: 1 }),
          stackChanged({ instance: 10, item: 4, amount: 1, after: 1, holder: inventory, owner: 6 }),
          stackChanged({ instance: 8, item: 3, amount: -1, after: 3, ...bag, slot: 2 }),
        ),
      );
      const [first, second] = journal.stacksIn(inventory, 5);
      expect(first).toEqual({ instance: 9, item: 3, count: 6, ...bag, slot: 1, wear: 3, bound: 1 });
      expect(second).toMatchObject({ instance: 8, count: 3, slot: 2 });
      expect(journal.stacksIn(HolderKind.bank, 5)).toEqual([]);
      journal.append(
        5,
        encoded(
          2,
          stackChanged({ instance: 8, amount: -3, after: 0, holder: nowhere, fromHolder: inventory }),
          stackChanged({ instance: 9, item: 3, amount: 0, after: 6, holder: inventory, owner: 6, slot: 7 }),
        ),
      );
      expect(journal.stacksIn(inventory, 5)).toEqual([]);
      expect(journal.stacksIn(inventory, 6).map(({ instance }) => instance)).toEqual([10, 9]);
      expect(journal.end.instance).toBe(10);
    });

    it('knows what lies on the ground, and where, until it is taken', async () => {
      const { journal } = await make();
      const lay = (instance: number) => (rows: FactRows) =>
        facts.noteLaidOnGround(rows, 77, instance, 3, 10.5, 20.25, 5, 600);
      const onGround = { item: 6, amount: 2, after: 2, holder: ground, owner: 0 };
      journal.append(
        1,
        encoded(
          40,
          stackChanged({ instance: 1, ...onGround }),
          lay(1),
          stackChanged({ instance: 2, ...onGround }),
          lay(2),
        ),
      );
      const place = { map: 3, x: 10.5, y: 20.25, character: 5, ticks: 600, sinceTick: 40 };
      const stack = { item: 6, count: 2, wear: 0, bound: 0 };
      expect(journal.onGround()).toEqual([1, 2].map((instance) => ({ instance, ...place, ...stack })));
      const taken = { amount: 0, after: 2, holder: inventory, owner: 5, fromHolder: ground };
      journal.append(5, encoded(41, stackChanged({ instance: 1, ...taken })));
      expect(journal.onGround().map(({ instance }) => instance)).toEqual([2]);
      journal.append(
        6,
        encoded(42, (rows) => facts.noteLaidOnGround(rows, 77, 2, 3, 10.5, 20.25, 0, 500)),
      );
      expect(journal.onGround()).toMatchObject([{ instance: 2, character: 0, ticks: 500, sinceTick: 42 }]);
      const gone = { amount: -2, after: 0, holder: nowhere, fromHolder: ground };
      journal.append(7, encoded(43, stackChanged({ instance: 2, ...gone })));
      expect(journal.onGround()).toEqual([]);
    });

    it('counts what there is of each item, whoever has it', async () => {
      const { journal } = await make();
      expect(journal.keptItems()).toEqual([]);
      const created = (instance: number, item: number, count: number, owner: number) =>
        stackChanged({ instance, item, amount: count, after: count, holder: inventory, owner });
      journal.append(1, encoded(1, created(1, 9, 3, 5), created(2, 6, 1, 5), created(3, 9, 4, 8)));
      expect(journal.keptItems()).toEqual([
        { item: 6, stacks: 1, units: 1 },
        { item: 9, stacks: 2, units: 7 },
      ]);
      const gone = { item: 6, amount: -1, after: 0, holder: nowhere, fromHolder: inventory, fromOwner: 5 };
      journal.append(4, encoded(2, stackChanged({ instance: 2, ...gone })));
      expect(journal.keptItems()).toEqual([{ item: 9, stacks: 2, units: 7 }]);
    });

    it('knows purses by their kind and owner', async () => {
      const { journal } = await make();
      const coins = (kind: PurseKind, owner: number, amount: number, after: number) => (rows: FactRows) =>
        facts.noteCoinsChanged(rows, 0, 1, 0, 0, LedgerVerb.grant, amount, after, kind, owner);
      const most = 2 ** 53 - 1;
      journal.append(
        1,
        encoded(
          1,
          coins(PurseKind.wallet, 4, 7, 7),
          coins(PurseKind.letter, 4, most, most),
          coins(PurseKind.wallet, 4, 1, 8),
        ),
      );
      expect(journal.coinsIn(PurseKind.wallet, 4)).toBe(8);
      expect(journal.coinsIn(PurseKind.letter, 4)).toBe(most);
      journal.append(4, encoded(2, coins(PurseKind.letter, 4, -most, 0)));
      expect(journal.coinsIn(PurseKind.letter, 4)).toBe(0);
    });

    it('remembers the newest 64 keys of commands of each character', async () => {
      const { journal } = await make();
      const done = (character: number, command: number) => (rows: FactRows) =>
        facts.noteCommandDone(rows, 1, character, command, 20 + (command % 8));
      journal.append(1, encoded(1, ...[1, 2, 3, 5].map((key) => done(8, key)), done(9, 4_294_967_295)));
      expect(journal.commandsOf(8)).toEqual({
        highest: 5,
        done: [1, 2, 3, 5].map((command) => ({ character: 8, command, request: 20 + (command % 8) })),
      });
      expect(journal.commandsOf(9).highest).toBe(4_294_967_295);
      journal.append(6, encoded(2, done(8, 66), done(8, 2), done(8, 4)));
      expect(journal.commandsOf(8).done.map(({ command }) => command)).toEqual([3, 4, 5, 66]);
    });

    testDocuments(make);
    testHistory(make);
    testBase(make);

    it('gives the same state whatever the windows are, and after it was opened anew', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 80 }), async (seed, size) => {
          const { journal, reopen } = await make();
          const expected = new LedgerState();
          const windows = new EncodedWindows(size, 3, seed);
          for (let i = 0; i < 8; i++) journal.append(journal.end.number + 1, windows.next().bytes);
          journal.entries(1, (rows, row) => expected.apply(rows, row));
          expect(stateDifferences(expected, journal.tables())).toEqual([]);
          const { end } = journal;
          const next = await reopen?.();
          if (next === undefined) return;
          expect(next.end).toEqual(end);
          expect(stateDifferences(expected, next.tables())).toEqual([]);
        }),
        { numRuns: 12 },
      );
    });

    it('keeps the bytes that it was given, whatever becomes of them afterwards', async () => {
      const { journal } = await make();
      const bytes = encoded(1, stackChanged({ instance: 1, amount: 2, after: 2 }));
      journal.append(1, bytes);
      bytes.fill(0);
      let after = 0;
      journal.entries(1, (rows, row) => void (after = rows.after[row]!));
      expect(after).toBe(2);
    });

    it('knows what each character has learned in each profession', async () => {
      const { journal, reopen } = await make();
      const learned = (character: number, profession: Profession, after: number) => (rows: FactRows) =>
        facts.noteProfessionChanged(rows, 0, character, LedgerVerb.craft, profession, 1, after);
      const { cooking, smithing } = Profession;
      journal.append(1, encoded(1, learned(7, cooking, 1), learned(7, smithing, 1), learned(8, cooking, 1)));
      journal.append(4, encoded(2, learned(7, cooking, 2)));
      const expectAll = (of: Journal): void => {
        expect(of.professionsOf(7)).toEqual([
          { profession: smithing, skill: 1 },
          { profession: cooking, skill: 2 },
        ]);
        expect(of.professionsOf(8)).toEqual([{ profession: cooking, skill: 1 }]);
        expect(of.professionsOf(9)).toEqual([]);
      };
      expectAll(journal);
      if (reopen !== undefined) expectAll(await reopen());
    });

    it('refuses everything after it was closed, but closing again is harmless', async () => {
      const { journal } = await make();
      journal.close();
      journal.close();
      const closed = expect.objectContaining({ code: 'closed' });
      for (const call of [
        () => journal.end,
        () => journal.append(1, new Uint8Array(0)),
        () => journal.tend(),
        () => journal.stacksIn(inventory, 1),
        () => journal.onGround(),
        () => journal.keptItems(),
        () => journal.letters(),
        () => journal.listings(),
        () => journal.fallen(),
        () => journal.coinsIn(PurseKind.wallet, 1),
        () => journal.experienceOf(1),
        () => journal.professionsOf(1),
        () => journal.commandsOf(1),
        () => journal.entries(1, () => undefined),
        () => journal.base(),
        () => journal.tables(),
      ])
        expect(call).toThrow(closed);
    });
  });
}
