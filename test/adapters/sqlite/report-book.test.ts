// Players' reports in the game file, beside the suite: the file opened anew, and who is erased.

import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { SqliteErasureBook } from '#adapters/sqlite/stores/sqlite-erasure-book.js';
import { SqliteReportBook } from '#adapters/sqlite/stores/sqlite-report-book.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { keptDecision, newReport } from '../../contract/storage/report-book.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

async function open(path = join(temporaryFolder(), 'game.sqlite')) {
  const store = await SqliteCharacterStore.open(path);
  return { store, path, book: new SqliteReportBook(store.file), close: () => store.close() };
}

it('holds over the end of whoever had the file open, and gives no number again', async () => {
  const first = await open();
  await first.book.file(newReport());
  await first.book.file(newReport());
  const [one, two] = await first.book.next(2);
  await first.book.handedOver([two!.reportId]);
  await first.book.keep([keptDecision(9)], 0);
  await first.close();
  const again = await open(first.path);
  expect(await again.book.next(9)).toEqual([one]);
  expect((await again.book.untold()).map(({ number }) => number)).toEqual([9]);
  expect(await again.book.file(newReport())).toBe(3);
  await again.close();
});

it('goes with the character who made it, and with the one whom it is about', async () => {
  const { store, book, close } = await open();
  const journal = new SqliteJournal(store.file);
  const erasures = new SqliteErasureBook(store.file, journal);
  const ids: number[] = [];
  for (const name of ['Ann', 'Bob', 'Cid'])
    ids.push(await store.create(storedCharacter({ name, inventory: [] }), 1_000));
  const [ann, bob, cid] = ids as [number, number, number];
  const between = (reporter: number, target: number) =>
    newReport({
      reporter: { ...newReport().reporter, characterId: reporter },
      target: { ...newReport().target, characterId: target },
    });
  for (const [reporter, target] of [
    [ann, bob],
    [bob, ann],
    [bob, cid],
  ] as const)
    await book.file(between(reporter, target));
  await book.keep([keptDecision(11, { characterId: ann }), keptDecision(12, { characterId: bob })], 0);
  await erasures.begin({ characterId: ann, name: 'Ann' }, 5);
  // What was under way.
  expect(await book.file(between(ann, cid))).toBe(0);
  await erasures.finish(ann, 6);
  expect((await book.next(9)).map(({ number }) => number)).toEqual([3]);
  expect((await book.untold()).map(({ number }) => number)).toEqual([12]);
  expect(await book.file(between(cid, ann))).toBe(0);
  const late = keptDecision(13, { characterId: ann });
  expect(await book.keep([late], 7)).toEqual([late.reportId]);
  expect((await book.untold()).map(({ number }) => number)).toEqual([12]);
  journal.close();
  await close();
});
