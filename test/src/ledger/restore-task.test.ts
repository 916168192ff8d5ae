// A character that gets back what it owned, in the file of a stopped server: times at which it did not exist, or that are
// still to come, are refused before anything is changed.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { noteCharacterBegan } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { restoreTask } from '#src/ledger/restore-task.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const hour = 3_600;
/** 2026-11-29T08:00:00Z. */
const morning = 1_795_939_200;

const began =
  (character: number): WriteFact =>
  (rows) =>
    noteCharacterBegan(rows, 0, character);

const fell = (character: number, instance: number, slot = 0): WriteFact =>
  stackChanged({ verb: LedgerVerb.kill, character, owner: character, instance, slot, amount: 1, after: 1 });

/** Old was there before Ada, who was made at 9 and whose beginning was stored at 10; both then got something at 11. */
async function written(): Promise<string> {
  const path = join(temporaryFolder(), 'game.sqlite');
  const store = await SqliteCharacterStore.open(path);
  const old = await store.create(storedCharacter({ name: 'Old' }), (morning - 9 * hour) * 1000);
  const ada = await store.create(storedCharacter({ name: 'Ada' }), (morning + hour) * 1000);
  let now = 0;
  const journal = new SqliteJournal(store.file, { nowUnix: () => now });
  const windows = [
    { at: morning, facts: [fell(old, 1)] },
    { at: morning + 2 * hour, facts: [began(ada), fell(ada, 2)] },
    { at: morning + 3 * hour, facts: [fell(ada, 3, 5), fell(old, 4, 6)] },
  ];
  windows.forEach(({ at, facts }, i) => {
    now = at;
    journal.append(journal.end.number + 1, encoded(i + 1, ...facts));
  });
  journal.close();
  await store.close();
  return path;
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('restoring a character in a file', () => {
  const said: string[] = [];

  beforeEach(() => {
    said.length = 0;
    for (const stream of ['log', 'error'] as const)
      jest.spyOn(console, stream).mockImplementation((line: string) => void said.push(line));
  });

  afterEach(() => void jest.restoreAllMocks());

  const restore = (name: string, unixSeconds: number, file: string) =>
    restoreTask({ task: 'restore', name, unixSeconds, file, isMeant: true });

  it.each([
    ['it was not made yet', morning + 1, 'it began at 2026-11-29T09:00:00.000Z'],
    [
      'its beginning was not stored yet',
      morning + 1.5 * hour,
      'it began with entry 2, stored at 2026-11-29T10:00:00.000Z',
    ],
  ])('refuses a time at which %s, and takes nothing from it', async (_, time, words) => {
    const path = await written();
    const before = hashOf(path);
    expect(await restore('ada', time, path)).toBe(false);
    expect(said).toEqual([expect.stringMatching(/^ada was not there yet at 2026-11-29T/)]);
    expect(said[0]).toContain(words);
    expect(hashOf(path)).toBe(before);
  });

  it('refuses a time that is still to come', async () => {
    const path = await written();
    const before = hashOf(path);
    expect(await restore('Ada', Math.floor(Date.now() / 1000) + hour, path)).toBe(false);
    expect(said).toEqual([expect.stringMatching(/^TIME \S+ is still to come: now it is \S+$/)]);
    expect(hashOf(path)).toBe(before);
  });

  it('gives back what it had at a time when it was there, with or without an entry of its beginning', async () => {
    const path = await written();
    expect(await restore('Ada', morning + 2 * hour, path)).toBe(true);
    expect(said).toEqual([
      'taken away: stack 3, item 1, 1 in inventory 2 slot 5',
      'Ada owns again what it owned at 2026-11-29T10:00:00.000Z, after entry 3',
    ]);
    said.length = 0;
    expect(await restore('Old', morning, path)).toBe(true);
    expect(said.at(-1)).toBe('Old owns again what it owned at 2026-11-29T08:00:00.000Z, after entry 1');
  });
});
