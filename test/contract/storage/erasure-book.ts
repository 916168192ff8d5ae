// What every book of erasures promises.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkLedger } from '#application/ledger/check-ledger.js';
import * as facts from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { DirectoryOutbox } from '#ports/storage/characters/directory-outbox.js';
import type { ErasureBook } from '#ports/storage/erasure-book.js';
import type { Journal } from '#ports/storage/journal.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';
import { storedCharacter } from './character-store.js';
import type { GameStoreContracts } from '../../support/storage/store-contracts.js';

interface ErasureStage {
  readonly store: Omit<CharacterStore, 'close'>;
  readonly journal: Journal;
  readonly outbox: DirectoryOutbox;
  readonly book: ErasureBook;
  close(): Promise<void>;
}

const { inventory, equipment, bank, buyBack, nowhere } = HolderKind;

export const contracts: GameStoreContracts = {
  erasures: (name, stage) =>
    testErasureBook(name, async () => {
      const { stores, journal, close } = await stage();
      const { characters: store, outbox, erasures: book } = stores;
      return { store, journal, outbox, book, close };
    }),
};

function testErasureBook(name: string, make: () => Promise<ErasureStage>): void {
  describe(`${name} as a book of erasures`, () => {
    let stage: ErasureStage;
    let ann: number;
    let bob: number;
    beforeEach(async () => {
      stage = await make();
      const bare = { inventory: [], coins: 0, experience: 0 };
      ann = await stage.store.create(storedCharacter({ ...bare, name: 'Ann' }), 1_000);
      bob = await stage.store.create(storedCharacter({ ...bare, name: 'Bob' }), 1_000);
    });
    afterEach(() => stage.close());

    const append = (...written: readonly WriteFact[]): void => {
      const { journal } = stage;
      journal.append(journal.end.number + 1, encoded(journal.end.tick + 1, ...written));
    };
    const earn = (character: number): WriteFact[] => [
      (rows) => facts.noteExperienceChanged(rows, 0, 0, character, LedgerVerb.kill, 7, 7),
      (rows) => facts.noteProfessionChanged(rows, 0, character, LedgerVerb.craft, Profession.cooking, 5, 5),
      (rows) =>
        facts.noteCoinsChanged(
          ...([rows, 0, character, 0, 0, LedgerVerb.kill, 9, 9, PurseKind.wallet, character] as const),
        ),
      (rows) => facts.noteCommandDone(rows, 0, character, 3, 20),
      ...[inventory, equipment, bank, buyBack].map((holder, index) =>
        stackChanged({
          ...{ character, verb: LedgerVerb.start, item: 2, amount: 4, after: 4, holder, owner: character },
          ...{ instance: character * 10 + index, slot: index, fromHolder: nowhere },
        }),
      ),
    ];
    const annGone = async () => (await stage.store.find('Ann')) === undefined;

    it('knows nobody of another name or number, and nobody who was never there', async () => {
      const { book } = stage;
      expect(await book.begin({ characterId: ann, name: 'Bob' }, 5)).toBe('unknown');
      expect(await book.begin({ characterId: 99, name: 'Ann' }, 5)).toBe('unknown');
      expect(await book.begun()).toEqual([]);
      await book.finish(ann, 6);
      expect(await annGone()).toBe(false);
    });

    it('remembers what was begun, until it is finished, and then that it was', async () => {
      const { book } = stage;
      for (let times = 0; times < 2; times++)
        expect(await book.begin({ characterId: ann, name: 'ANN' }, 5)).toBe('begun');
      expect(await book.begun()).toEqual([{ characterId: ann, name: 'Ann' }]);
      expect(await annGone()).toBe(false);
      await book.finish(ann, 6);
      expect(await book.begun()).toEqual([]);
      expect(await annGone()).toBe(true);
      expect(await book.begin({ characterId: ann, name: 'Ann' }, 7)).toBe('erased');
    });

    it('destroys all that it owns and nothing of anybody else, with entries that add up', async () => {
      const { book, journal } = stage;
      append(...earn(ann), ...earn(bob));
      await book.begin({ characterId: ann, name: 'Ann' }, 5);
      await book.finish(ann, 6);
      const { number } = journal.end;
      await book.finish(ann, 7);
      expect(journal.end.number).toBe(number);
      for (const holder of [inventory, equipment, bank, buyBack]) {
        expect(journal.stacksIn(holder, ann)).toEqual([]);
        expect(journal.stacksIn(holder, bob)).toHaveLength(1);
      }
      const owned = (whose: number) => [
        journal.coinsIn(PurseKind.wallet, whose),
        journal.experienceOf(whose),
        journal
          .professionsOf(whose)
          .map(({ skill }) => skill)
          .join(),
        journal.commandsOf(whose).highest,
      ];
      expect([owned(ann), owned(bob)]).toEqual([
        [0, 0, '', 0],
        [9, 7, '5', 3],
      ]);
      const { findings, sums } = checkLedger(journal);
      expect(findings).toEqual([]);
      expect(sums.length).toBeGreaterThan(0);
    });

    it('gives its name to whoever comes, under another number', async () => {
      await stage.book.begin({ characterId: ann, name: 'Ann' }, 5);
      await stage.book.finish(ann, 6);
      const next = await stage.store.create(storedCharacter({ name: 'Ann', inventory: [] }), 8);
      expect(next).toBeGreaterThan(bob);
      expect(await stage.book.begin({ characterId: ann, name: 'Ann' }, 9)).toBe('erased');
      await stage.book.beginAgain([{ characterId: ann, createdAtUnixMs: 1_000 }], 9);
      await stage.book.beginAgain([{ characterId: next, createdAtUnixMs: 1_000 }], 9);
      expect(await stage.book.begun()).toEqual([]);
    });

    it('takes up those who are there once more, by number and the moment at which they were made', async () => {
      const { book } = stage;
      await book.beginAgain([{ characterId: ann, createdAtUnixMs: 999 }], 9);
      expect(await book.begun()).toEqual([]);
      await book.beginAgain([{ characterId: ann, createdAtUnixMs: 1_000 }], 9);
      expect(await book.begun()).toEqual([{ characterId: ann, name: 'Ann' }]);
    });

    it('has the player directory told that it is no more and was erased, and again when all is told anew', async () => {
      const { book, outbox } = stage;
      const query = { limit: 100, restingSinceUnixMs: Infinity };
      const next = () => outbox.next(query);
      await outbox.acknowledged((await next())!.mark, 2_000);
      await book.begin({ characterId: ann, name: 'Ann' }, 3_000);
      expect(await next()).toBeUndefined();
      await book.finish(ann, 4_000);
      const told = { gone: [ann], erased: [{ characterId: ann, createdAtUnixMs: 1_000 }] };
      const batch = await next();
      expect(batch).toMatchObject({ characters: [], ...told });
      await outbox.acknowledged(batch!.mark, 5_000);
      expect(await next()).toBeUndefined();
      await outbox.startOver();
      expect(await next()).toMatchObject({ characters: [{ name: 'Bob' }], ...told });
    });
  });
}
