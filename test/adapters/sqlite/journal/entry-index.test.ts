// The journal's index in the file: it is made anew where it is gone, told where it is damaged, and nothing depends on it.

import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { runEntries } from '#adapters/sqlite/journal/postings.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { JournalError } from '#ports/storage/journal.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const files: GameFile[] = [];
afterEach(() => {
  for (const file of files.splice(0)) closeGameFile(file);
});

async function opened(path: string): Promise<{ file: GameFile; journal: SqliteJournal }> {
  const file = await openGameFile(path);
  files.push(file);
  return { file, journal: new SqliteJournal(file) };
}

/** Two whole runs and a part of a third. */
async function filled() {
  const path = join(temporaryFolder(), 'game.sqlite');
  const { file, journal } = await opened(path);
  const traffic = new EncodedWindows(700, 30, 11);
  while (journal.end.number < 2.3 * runEntries) journal.append(journal.end.number + 1, traffic.next().bytes);
  while (journal.tend());
  return { path, file, journal, traffic };
}

function allOf(journal: SqliteJournal, character: number): number[] {
  const numbers: number[] = [];
  for (let from = Infinity; ;) {
    const piece = journal.naming({ character }, from);
    numbers.push(...piece.numbers);
    if (piece.isOldest) return numbers;
    from = piece.from;
  }
}

const runsIn = ({ db }: GameFile) =>
  db.prepare<[], number>('SELECT count(*) FROM journal_index_runs').pluck().get();

describe("the journal's index", () => {
  it('is made anew where somebody emptied its tables', async () => {
    const { path, file, journal } = await filled();
    const before = allOf(journal, 3);
    expect([before.length > 100, runsIn(file)]).toEqual([true, 2]);
    file.db.exec('DELETE FROM journal_index; DELETE FROM journal_index_runs');
    journal.close();
    closeGameFile(files.pop()!);
    const again = await opened(path);
    expect(allOf(again.journal, 3)).toEqual(before);
    while (again.journal.tend());
    expect(runsIn(again.file)).toBe(2);
    expect(allOf(again.journal, 3)).toEqual(before);
  });

  it.each([
    ['is gone', 'DELETE FROM journal_index WHERE id >= 256'],
    ['says what cannot be', "UPDATE journal_index SET postings = x'0000' WHERE id >= 256"],
    [
      'is cut short',
      'UPDATE journal_index SET postings = substr(postings, 1, length(postings) - 1) WHERE id >= 256',
    ],
  ])('of which a piece %s is told so, and the journal goes on', async (_, damage) => {
    const { file, journal, traffic } = await filled();
    file.db.exec(damage);
    // The last key of a piece is the one that a cut reaches.
    const highest = journal.end.instance;
    const asked = () => {
      for (let id = 0; id < 40; id++) allOf(journal, id);
      for (let stack = 1; stack <= highest; stack += 1 + (highest >> 8))
        for (let from = Infinity, isOldest = false; !isOldest;)
          ({ from, isOldest } = journal.naming({ stack }, from));
    };
    let thrown: unknown;
    try {
      asked();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(JournalError);
    expect(thrown).toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/the index .* in run 1$/),
    });
    const { number } = journal.end;
    expect(journal.append(number + 1, traffic.next().bytes)).toBeGreaterThan(number);
    expect(() => journal.tend()).not.toThrow();
  });
});
