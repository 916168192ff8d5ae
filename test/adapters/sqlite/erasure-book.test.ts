// Erasures in the game file, beside the suite: all or nothing, and what is left of who was erased in the bytes of the file.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { SqliteErasureBook } from '#adapters/sqlite/stores/sqlite-erasure-book.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { HolderKind, LedgerVerb, LetterKind } from '#domain/vocabulary/generated/words.js';
import { restoreTask } from '#src/ledger/restore-task.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { letterChanged, letterSent } from '../../support/ledger/written-documents.js';
import { encoded, stackChanged } from '../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

async function open(path = join(temporaryFolder(), 'game.sqlite')) {
  const store = await SqliteCharacterStore.open(path);
  const journal = new SqliteJournal(store.file);
  const book = new SqliteErasureBook(store.file, journal);
  const close = async (): Promise<void> => {
    journal.close();
    await store.close();
  };
  return { store, journal, book, close, path };
}

describe('an erasure in the game file', () => {
  it('is whole or not at all: what fails at its very end leaves everything as it was, and can be done again', async () => {
    const { store, journal, book, close } = await open();
    const ann = await store.create(storedCharacter({ name: 'Ann', inventory: [] }), 1_000);
    await book.begin({ characterId: ann, name: 'Ann' }, 5);
    const { db } = store.file;
    db.exec(`CREATE TEMP TRIGGER refuse BEFORE UPDATE OF erased_at_ms ON erased_characters
      BEGIN SELECT RAISE(ABORT, 'as the test wants it'); END`);
    const before = journal.end;
    await expect(book.finish(ann, 6)).rejects.toThrow('as the test wants it');
    expect(journal.end).toEqual(before);
    expect((await store.find('Ann'))!.characterId).toBe(ann);
    expect(await book.begun()).toHaveLength(1);
    db.exec('DROP TRIGGER refuse');
    await book.finish(ann, 6);
    expect(await store.find('Ann')).toBeUndefined();
    expect(journal.end.number).toBe(before.number + 1);
    await close();
  });

  it('leaves no character that could get back what it had: a restore by its name is refused', async () => {
    const { store, journal, book, close, path } = await open();
    const ann = await store.create(storedCharacter({ name: 'Ann', inventory: [] }), 1_000);
    const stack = { instance: 1, item: 2, amount: 4, after: 4, holder: HolderKind.inventory, owner: ann };
    journal.append(1, encoded(1, stackChanged({ character: ann, verb: LedgerVerb.start, ...stack })));
    const owned = store.file.db.prepare('SELECT count(*) FROM ledger_stacks WHERE owner = ?').pluck();
    journal.catchUp();
    expect(owned.get(ann)).toBe(1);
    await book.begin({ characterId: ann, name: 'Ann' }, 5);
    await book.finish(ann, 6);
    expect(owned.get(ann)).toBe(0);
    await close();
    const said: string[] = [];
    const spy = jest.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
    const unixSeconds = Math.floor(Date.now() / 1000) + 1;
    const task = { task: 'restore', name: 'Ann', unixSeconds, file: path, isMeant: true } as const;
    expect(await restoreTask(task)).toBe(false);
    spy.mockRestore();
    expect(said).toEqual(["there is no character 'Ann'"]);
  });

  it('leaves neither name, account nor words in any byte of the file, or of what is beside it', async () => {
    const { store, journal, book, close, path } = await open();
    const accountId = '6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3c';
    // Many, so that pages split and merge.
    for (let i = 0; i < 300; i++)
      await store.create(storedCharacter({ name: `Other${i}`, inventory: [] }), 1_000);
    const ann = await store.create(storedCharacter({ name: 'Zerzura', accountId, inventory: [] }), 1_000);
    const sent = { kind: LetterKind.written, sender: ann, holder: 1, cashOnDelivery: 0, untilSeconds: 0 };
    for (let letter = 1; letter <= 300; letter++) {
      const words = letter % 50 === 0 ? 'Zerzura\nhush\nunspeakable words' : `Other${letter}\n\nhello`;
      const sender = letter % 50 === 0 ? ann : 2;
      const facts = encoded(journal.end.tick + 1, letterSent({ letter, ...sent, sender, words }));
      journal.append(journal.end.number + 1, facts);
    }
    for (let round = 0; round < 20; round++)
      await store.save([{ ...(await store.find('Zerzura'))!, coins: round }], 2_000 + round);
    for (let letter = 50; letter <= 300; letter += 50) {
      const facts = encoded(journal.end.tick + 1, letterChanged({ letter, ...sent, sender: 0 }));
      journal.append(journal.end.number + 1, facts);
    }
    await book.begin({ characterId: ann, name: 'Zerzura' }, 5);
    await book.finish(ann, 6);
    expect(journal.letters()[49]).toMatchObject({ letter: 50, sender: 0, words: '' });
    const traces = () =>
      ['', '-wal'].flatMap((end) => {
        const bytes = readFileSync(path + end)
          .toString('latin1')
          .toLowerCase();
        return ['zerzura', accountId, 'unspeakable', 'hush'].filter((text) => bytes.includes(text));
      });
    expect(traces()).toEqual([]);
    await close();
    const db = new SqliteDatabase(path);
    db.exec('VACUUM');
    db.close();
    expect(
      ['zerzura', accountId, 'unspeakable'].filter((text) => readFileSync(path, 'latin1').includes(text)),
    ).toEqual([]);
  });
});
