// What every book of sanctions promises.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeptSanction, SanctionBook } from '#ports/storage/sanction-book.js';
import type { GameStoreContracts } from '../../support/storage/store-contracts.js';

interface SanctionStage {
  readonly book: SanctionBook;
  close(): Promise<void>;
}

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

export function keptSanction(last: number, more: Partial<KeptSanction> = {}): KeptSanction {
  return {
    ...{ sanctionId: id(last), measure: 'ban', characterId: 7, name: 'Ada', accountId: id(99) },
    ...{ message: 'enough', untilSeconds: 0, ...more },
  };
}

export const contracts: GameStoreContracts = {
  sanctions: (name, stage) =>
    testSanctionBook(name, async () => {
      const { stores, close } = await stage();
      return { book: stores.sanctions, close };
    }),
};

function testSanctionBook(name: string, make: () => Promise<SanctionStage>): void {
  describe(`${name} as a book of sanctions`, () => {
    let stage: SanctionStage;
    let book: SanctionBook;
    beforeEach(async () => {
      stage = await make();
      book = stage.book;
    });
    afterEach(() => stage.close());

    const idsAt = async (nowSeconds: number) =>
      (await book.read(nowSeconds)).map(({ sanctionId }) => sanctionId);

    it('has nothing at first, and no mark', async () => {
      expect([await book.read(0), await book.mark()]).toEqual([[], null]);
    });

    it('keeps all of a sanction, in the order of their telling', async () => {
      const mute = keptSanction(2, { measure: 'mute', untilSeconds: 50, message: '' });
      await book.change({ kept: [keptSanction(1), mute], over: [] }, 0);
      expect(await book.read(0)).toEqual([keptSanction(1), mute]);
    });

    it('tells those that hold: none that ended, and those for good always', async () => {
      await book.change({ kept: [keptSanction(1), keptSanction(2, { untilSeconds: 50 })], over: [] }, 0);
      expect([await idsAt(49), await idsAt(50), await idsAt(9e9)]).toEqual([
        [id(1), id(2)],
        [id(1)],
        [id(1)],
      ]);
    });

    it('has one of an id: as it was told last', async () => {
      await book.change({ kept: [keptSanction(1)], over: [] }, 0);
      await book.change({ kept: [keptSanction(1, { untilSeconds: 90 })], over: [] }, 0);
      expect(await book.read(0)).toEqual([keptSanction(1, { untilSeconds: 90 })]);
    });

    it('forgets what is over, and what ended; of what nobody knows, nothing', async () => {
      const kept = [keptSanction(1), keptSanction(2, { untilSeconds: 10 }), keptSanction(3)];
      await book.change({ kept, over: [] }, 0);
      await book.change({ kept: [], over: [id(1), id(77)] }, 10);
      expect(await idsAt(0)).toEqual([id(3)]);
    });

    it('keeps the mark that comes with changes, until another comes or none', async () => {
      await book.change({ kept: [], over: [], mark: id(5) }, 0);
      await book.change({ kept: [keptSanction(1)], over: [] }, 0);
      expect(await book.mark()).toBe(id(5));
      await book.change({ kept: [], over: [], mark: id(6) }, 0);
      expect(await book.mark()).toBe(id(6));
      await book.change({ kept: [], over: [], mark: null }, 0);
      expect([await book.mark(), await idsAt(0)]).toEqual([null, [id(1)]]);
    });

    it('told the whole, has that and nothing else', async () => {
      await book.change({ kept: [keptSanction(1), keptSanction(2)], over: [], mark: id(5) }, 0);
      await book.change(
        { kept: [keptSanction(2), keptSanction(3)], over: [], isWhole: true, mark: id(6) },
        0,
      );
      expect([await idsAt(0), await book.mark()]).toEqual([[id(2), id(3)], id(6)]);
    });
  });
}
