// Sanctions in the game file, beside the suite: the file opened anew, and who is erased.

import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { SqliteErasureBook } from '#adapters/sqlite/stores/sqlite-erasure-book.js';
import { SqliteSanctionBook } from '#adapters/sqlite/stores/sqlite-sanction-book.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { keptSanction } from '../../contract/storage/sanction-book.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

async function open(path = join(temporaryFolder(), 'game.sqlite')) {
  const store = await SqliteCharacterStore.open(path);
  return { store, path, book: new SqliteSanctionBook(store.file), close: () => store.close() };
}

it('holds over the end of whoever had the file open', async () => {
  const first = await open();
  await first.book.change({ kept: [keptSanction(1)], over: [], mark: keptSanction(2).sanctionId }, 0);
  await first.close();
  const again = await open(first.path);
  expect(await again.book.read(0)).toEqual([keptSanction(1)]);
  expect(await again.book.mark()).toBe(keptSanction(2).sanctionId);
  await again.close();
});

it('goes with the character for which it was given', async () => {
  const { store, book, close } = await open();
  const journal = new SqliteJournal(store.file);
  const erasures = new SqliteErasureBook(store.file, journal);
  const ann = await store.create(storedCharacter({ name: 'Ann', inventory: [] }), 1_000);
  const bob = await store.create(storedCharacter({ name: 'Bob', inventory: [] }), 1_000);
  const kept = [keptSanction(1, { characterId: ann }), keptSanction(2, { characterId: bob })];
  await book.change({ kept, over: [] }, 0);
  await erasures.begin({ characterId: ann, name: 'Ann' }, 5);
  await erasures.finish(ann, 6);
  expect((await book.read(0)).map(({ characterId }) => characterId)).toEqual([bob]);
  journal.close();
  await close();
});
