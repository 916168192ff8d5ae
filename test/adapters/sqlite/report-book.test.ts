// Players' reports in the game file, beside the suite: the file opened anew, and who is erased.

import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SqliteErasureBook } from '#adapters/sqlite/stores/sqlite-erasure-book.js';
import { SqliteReportBook } from '#adapters/sqlite/stores/sqlite-report-book.js';
import { SqliteCharacterRecords } from '#adapters/sqlite/sqlite-character-records.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { exportDocument } from '#application/persistence/export-document.js';
import { documentBytesMax } from '#ports/admin/operations/operator-command.js';
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
  await book.keep(
    [
      keptDecision(11, { characterId: ann }),
      keptDecision(12, { characterId: bob, name: 'Cid' }),
      keptDecision(14, { characterId: bob, name: 'Ann' }),
    ],
    0,
  );
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

describe('what is handed out of a report that waits', () => {
  async function exported(fill: (book: SqliteReportBook, between: typeof ofAnn) => Promise<void>) {
    const { store, book, close } = await open();
    const journal = new SqliteJournal(store.file);
    const records = new SqliteCharacterRecords(store.file, journal);
    for (const name of ['Ann', 'Bob']) await store.create(storedCharacter({ name, inventory: [] }), 1_000);
    await fill(book, ofAnn);
    const documents = await Promise.all(
      ['Ann', 'Bob'].map((name, i) => exportDocument(records, { characterId: i + 1, name })),
    );
    journal.close();
    await close();
    return documents.map((text) => {
      expect(Buffer.byteLength(text!)).toBeLessThanOrEqual(documentBytesMax);
      return (JSON.parse(text!) as { tables: Record<string, Record<string, unknown>[]> }).tables['reports'];
    });
  }
  const line = (text: string) => ({ secondsAgo: 1, scope: 'party', map: 'meadow', text });
  const ofAnn = (own: readonly string[], theirs: readonly string[]) =>
    newReport({
      reporter: {
        ...{ characterId: 1, name: 'Ann', place: { map: 'meadow', x: 7, y: 8 }, olderLines: 0 },
        lines: own.map(line),
      },
      target: {
        ...{ characterId: 2, name: 'Bob', place: { map: 'secret cave', x: 1.5, y: 2 }, olderLines: 0 },
        lines: theirs.map(line),
      },
    });

  it('is to who made it its own part, and to who is reported nothing', async () => {
    const [ann, bob] = await exported(async (book, report) => {
      await book.file(report(['stop it'], ['to my party alone']));
    });
    expect(bob).toBeUndefined();
    expect(ann).toEqual([
      {
        ...{ number: 1, id: expect.any(String), made_at_ms: 5_000, reason: 3, text: 'sells gold' },
        ...{ target: 'Bob', reporter: expect.any(String) },
      },
    ]);
    expect(JSON.parse(ann![0]!['reporter'] as string)).toMatchObject({
      ...{ characterId: 1, place: { map: 'meadow', x: 7, y: 8 }, lines: [line('stop it')] },
    });
    expect(JSON.stringify(ann)).not.toMatch(/secret cave|to my party/);
  });

  it('fits into an answer, however many wait', async () => {
    const [ann] = await exported(async (book, report) => {
      const lines = (count: number) => Array.from({ length: count }, () => '"'.repeat(200));
      for (let i = 0; i < 20; i++) await book.file(report(lines(20), lines(60)));
    });
    expect(ann!.map(({ number }) => number)).toEqual([13, 14, 15, 16, 17, 18, 19, 20]);
  });
});
