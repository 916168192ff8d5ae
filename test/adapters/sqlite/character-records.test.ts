// All that the game file holds of one character: no table is forgotten, and nothing of anybody else is in it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  SqliteCharacterRecords,
  tablesOfCharacters,
  tablesOfNobody,
} from '#adapters/sqlite/sqlite-character-records.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { exportDocument } from '#application/persistence/export-document.js';
import { noteCoinsChanged } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb, LetterKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { documentBytesMax } from '#ports/admin/operations/operator-command.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { letterSent, listingOpened } from '../../support/ledger/written-documents.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

async function open() {
  const store = await SqliteCharacterStore.open(join(temporaryFolder(), 'game.sqlite'));
  const bare = { inventory: [], coins: 0, experience: 0 };
  const ids = [];
  for (const name of ['Ann', 'Bob']) ids.push(await store.create(storedCharacter({ ...bare, name }), 1_000));
  const journal = new SqliteJournal(store.file, { onUpkeepFailed: () => undefined });
  const records = new SqliteCharacterRecords(store.file, journal);
  const [ann, bob] = ids as [number, number];
  return { store, journal, records, ann, bob };
}

function append(journal: SqliteJournal, ...facts: readonly WriteFact[]): void {
  journal.append(journal.end.number + 1, encoded(journal.end.tick + 1, ...facts));
}

/** Gets a coin out of nothing. */
const earn =
  (character: number, after: number): WriteFact =>
  (facts) =>
    noteCoinsChanged(facts, 0, character, 0, 0, LedgerVerb.kill, 1, after, PurseKind.wallet, character);

describe('what is stored of a character', () => {
  it('is all that its tables hold, and its entries, newest first, in words', async () => {
    const { store, journal, records, ann, bob } = await open();
    const stack = { character: ann, verb: LedgerVerb.start, item: 3, amount: 5, after: 5, owner: ann };
    append(journal, stackChanged(stack), earn(ann, 1), earn(bob, 1));
    const found = await records.of({ characterId: ann, name: 'ANN', entriesMax: 10, lookMax: 1_000 });
    expect(found!.tables['characters']).toMatchObject([{ id: ann, name: 'Ann', created_at_ms: 1_000 }]);
    expect(found!.tables['cooldowns']).toHaveLength(2);
    expect(found!.tables['ledger_stacks']).toMatchObject([{ item: 3, count: 5, owner: ann }]);
    expect(found!.tables['ledger_purses']).toEqual([{ kind: PurseKind.wallet, owner: ann, coins: 1 }]);
    expect(found!.entries.map(({ number, kind }) => [number, kind])).toEqual([
      [2, 'coinsChanged'],
      [1, 'stackChanged'],
    ]);
    expect(found!.entries[0]!.values).toMatchObject({ verb: 'kill', holder: 'wallet', amount: 1, after: 1 });
    expect(found!.entries[1]!.values).toMatchObject({ verb: 'start', holder: 'inventory', item: 3 });
    expect(found!.isComplete).toBe(true);
    await store.close();
  });

  it('is nothing for an id that another character has, or nobody', async () => {
    const { store, records, ann } = await open();
    const limits = { entriesMax: 1, lookMax: 1 };
    expect(await records.of({ characterId: ann, name: 'Bob', ...limits })).toBeUndefined();
    expect(await records.of({ characterId: 99, name: 'Ann', ...limits })).toBeUndefined();
    await store.close();
  });

  it('says when older entries are left out, looked at or not', async () => {
    const { store, journal, records, ann } = await open();
    for (let coins = 1; coins <= 9; coins += 1) append(journal, earn(ann, coins));
    const of = (entriesMax: number, lookMax: number) =>
      records.of({ characterId: ann, name: 'Ann', entriesMax, lookMax });
    const numbers = async (...limits: [number, number]) => {
      const { entries, isComplete } = (await of(...limits))!;
      return [entries.map(({ number }) => number), isComplete];
    };
    expect(await numbers(9, 9)).toEqual([[9, 8, 7, 6, 5, 4, 3, 2, 1], true]);
    expect(await numbers(2, 9)).toEqual([[9, 8], false]);
    expect(await numbers(9, 3)).toEqual([[9, 8, 7], false]);
    await store.close();
  });

  it('says so too when older ones are not kept any more, and holds letters and listings of both sides', async () => {
    const { store, records, ann } = await open();
    const journal = new SqliteJournal(store.file, { keptEntries: 1 });
    for (let coins = 1; coins <= 2_100; coins += 1) append(journal, earn(ann, coins));
    const letter = { kind: LetterKind.written, cashOnDelivery: 0, untilSeconds: 9, words: 'hello' };
    append(journal, letterSent({ letter: 1, sender: ann, holder: 77, ...letter }));
    append(journal, letterSent({ letter: 2, sender: 77, holder: ann, ...letter }));
    append(journal, letterSent({ letter: 3, sender: 77, holder: 78, ...letter }));
    append(journal, listingOpened({ listing: 4, seller: ann, price: 3, untilSeconds: 9 }));
    journal.tend();
    const { tables, isComplete } = (await records.of({
      ...{ characterId: ann, name: 'Ann', entriesMax: 9_000, lookMax: 9_000 },
    }))!;
    expect(isComplete).toBe(false);
    expect(tables['ledger_letters']!.map(({ letter: id }) => id)).toEqual([1, 2]);
    expect(tables['letter_words']).toMatchObject([{ letter: 1 }, { letter: 2 }]);
    for (const { salt } of tables['letter_words']!) expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(tables['ledger_listings']).toHaveLength(1);
    expect(tables['base_purses']).toMatchObject([{ owner: ann }]);
    await store.close();
  });

  it('fits into an answer, however much there is', async () => {
    const { store, journal, records, ann } = await open();
    append(journal, ...Array.from({ length: 3_000 }, (_, index) => earn(ann, index + 1)));
    const text = await exportDocument(records, { characterId: ann, name: 'Ann' });
    expect(Buffer.byteLength(text!)).toBeLessThanOrEqual(documentBytesMax);
    const { version, isComplete, entries } = JSON.parse(text!) as Record<string, never[]>;
    expect([version, isComplete]).toEqual([1, false]);
    expect(entries!.length).toBeGreaterThan(400);
    await store.close();
  });

  it('goes by what each store says of its own tables, beside their migration', async () => {
    const { store, records, ann, bob } = await open();
    const told = { held: 'sanctions', none: 'sanctions_told' };
    expect(Object.keys(tablesOfCharacters)).toContain(told.held);
    expect(tablesOfNobody).toContain(told.none);
    const insert = store.file.db.prepare("INSERT INTO sanctions VALUES (?, 'mute', ?, 'name', '', 'why', 0)");
    for (const id of [ann, bob]) insert.run(`of ${id}`, id);
    const { tables } = (await records.of({
      ...{ characterId: ann, name: 'Ann', entriesMax: 1, lookMax: 1 },
    }))!;
    expect(tables['sanctions']).toMatchObject([{ id: `of ${ann}`, character: ann }]);
    expect(Object.keys(tables)).not.toContain(told.none);
    await store.close();
  });

  it('knows of every table of the game file whether it holds anything of a person', async () => {
    const { store } = await open();
    const tables = store.file.db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    const known = [...Object.keys(tablesOfCharacters), ...tablesOfNobody];
    const where =
      '`tables` beside the migration that makes it: which rows are a character’s, or null for none';
    const unknown = tables.filter((name) => !known.includes(name));
    expect(unknown.map((name) => `${name} is told of by nobody: ${where}`)).toEqual([]);
    const document = readFileSync('docs/personal-data.md', 'utf8');
    const told = Object.keys(tablesOfCharacters).filter((name) => !name.startsWith('base_'));
    expect(told.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
    await store.close();
  });
});
