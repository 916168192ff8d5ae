// What letters say, in the game file: beside the entries, gone with the letter, and taken out of files of before.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { openGameFile, closeGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { checksumOf, JournalWindows } from '#adapters/sqlite/journal/journal-windows.js';
import { LetterWords } from '#adapters/sqlite/journal/letter-words.js';
import { setWordsApart } from '#adapters/sqlite/journal/set-words-apart.js';
import { unpacked, type PackedEntries } from '#adapters/sqlite/journal/packed-entries.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import type { LedgerLetter } from '#domain/ledger/state/ledger-state.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { LetterKind } from '#domain/vocabulary/generated/words.js';
import { letterEnded, letterSent } from '../../../support/ledger/written-documents.js';
import { encoded, type WriteFact } from '../../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

/** Runs on the build. */
const program = join(process.cwd(), 'test/adapters/sqlite/journal/words-apart.mjs');
const newPath = () => join(temporaryFolder(), 'game.sqlite');
const of = { kind: LetterKind.written, sender: 5, holder: 6, cashOnDelivery: 0, untilSeconds: 9 };

/** Of all windows, unpacked. */
function entriesOf({ db }: GameFile): string {
  const windows = db
    .prepare<[], PackedEntries>('SELECT entries, unpacked_bytes AS unpackedBytes FROM journal')
    .all();
  return Buffer.concat(windows.map((window) => unpacked(window)!)).toString('latin1');
}

function wordsIn(file: GameFile): string {
  const tables = ['ledger_letters', 'base_letters', 'letter_words'].flatMap((table) =>
    file.db.prepare(`SELECT * FROM ${table}`).all(),
  );
  return entriesOf(file) + JSON.stringify(tables);
}

describe('the words of a letter', () => {
  it('are in no entry, and nowhere once nobody has the letter', async () => {
    const file = await openGameFile(newPath());
    const journal = new SqliteJournal(file);
    journal.append(1, encoded(1, letterSent({ letter: 1, ...of, words: 'Ada\nhello\nfriend' })));
    expect(entriesOf(file)).not.toMatch(/Ada|hello|friend/);
    expect(journal.letters()).toMatchObject([{ words: 'Ada\nhello\nfriend' }]);
    const told: (string | undefined)[] = [];
    const look = () => journal.entries(1, (rows, row) => void told.push(rows.text[row]));
    look();
    journal.append(2, encoded(2, letterEnded(1)));
    look();
    expect(told).toEqual(['Ada\nhello\nfriend', expect.stringMatching(/^[0-9a-f]{64}$/), undefined]);
    expect(wordsIn(file)).not.toMatch(/Ada|hello|friend/);
    expect(checkLedger(journal).findings).toEqual([]);
    closeGameFile(file);
  });

  it('are those that were sealed: others are not believed', async () => {
    const file = await openGameFile(newPath());
    const journal = new SqliteJournal(file);
    journal.append(1, encoded(1, letterSent({ letter: 1, ...of, words: 'Ada\n\n' })));
    file.db.exec(`UPDATE letter_words SET words = 'Eve'`);
    expect(() => journal.letters()).toThrow(expect.objectContaining({ code: 'corrupt' }));
    closeGameFile(file);
  });
});

/** As programs before version 8 left it. Returns the number of its last entry. */
async function writeOldFile(
  path: string,
  windows: readonly (readonly WriteFact[])[],
  letters: readonly LedgerLetter[],
): Promise<number> {
  const { db, ...file } = await openGameFile(path, { migrations: migrations.slice(0, 7) });
  const insert = db.prepare(
    `INSERT INTO journal (last, first, first_tick, last_tick, instance, document, checksum, entries)
       VALUES (@last, @first, @firstTick, @lastTick, 0, @document, @checksum, @entries)`,
  );
  const row = db.prepare(
    `INSERT INTO ledger_letters VALUES (@letter, @kind, @sender, @holder, @cashOnDelivery, @untilSeconds, @words)`,
  );
  let [checksum, number] = [0, 0];
  db.transaction(() => {
    for (const [index, written] of windows.entries()) {
      const entries = encoded(index + 1, ...written);
      const head = {
        ...{ first: number + 1, last: number + written.length, firstTick: index + 1, lastTick: index + 1 },
        ...{ instance: 0, document: 99_999 },
      };
      checksum = checksumOf(checksum, { ...head, storedUnix: undefined }, entries);
      insert.run({ ...head, checksum, entries: Buffer.from(entries) });
      number = head.last;
    }
    for (const letter of letters) row.run(letter);
    db.exec('UPDATE journal_state SET opened = 1');
  })();
  closeGameFile({ db, ...file });
  return number;
}

describe('a file whose entries hold words', () => {
  it('has them apart from its first opening on, and its chain and its tables hold', async () => {
    const path = newPath();
    const second = { letter: 2, ...of, words: 'Ada\nsecond\nletter' };
    const number = await writeOldFile(
      path,
      [
        [letterSent({ letter: 1, ...of, words: 'Ada\nfirst\nletter' })],
        [letterSent(second), letterEnded(1)],
        [letterEnded(99)],
      ],
      [second],
    );
    for (let opening = 0; opening < 2; opening++) {
      const file = await openGameFile(path);
      const journal = new SqliteJournal(file);
      expect(journal.end.number).toBe(number);
      expect(journal.letters()).toMatchObject([{ letter: 2, words: 'Ada\nsecond\nletter' }]);
      expect(wordsIn(file)).not.toMatch(/first/);
      expect(entriesOf(file)).not.toMatch(/Ada|second/);
      journal.close();
      closeGameFile(file);
    }
    const file = await openGameFile(path);
    const journal = new SqliteJournal(file);
    const { state } = journal.base();
    journal.entries(1, (rows, each) => void state.apply(rows, each));
    expect(state.letters).toEqual(journal.tables().letters);
    journal.append(number + 1, encoded(9, letterEnded(2)));
    expect(wordsIn(file)).not.toMatch(/second/);
    closeGameFile(file);
  });

  it('of whom there are more than are read at once, and whose opening is killed on the way, loses nothing', async () => {
    const path = newPath();
    const all = Array.from({ length: 2500 }, (_, i) => ({
      ...{ letter: i + 1, ...of, words: `Ada\ntitle ${i + 1}\nsecret ${i + 1}` },
    }));
    const kept = all.filter(({ letter }) => letter % 5 !== 0);
    const windows = Array.from({ length: 50 }, (_, w) =>
      all
        .slice(w * 50, (w + 1) * 50)
        .flatMap((each) => [letterSent(each), ...(each.letter % 5 === 0 ? [letterEnded(each.letter)] : [])]),
    );
    const number = await writeOldFile(path, windows, kept);
    for (const killedAt of [60, number / 2, number]) {
      const { signal, stderr } = spawnSync(process.execPath, [program, path, String(killedAt)], {
        ...{ encoding: 'utf8', timeout: 60_000 },
      });
      expect([killedAt, signal, stderr]).toEqual([killedAt, 'SIGKILL', '']);
    }
    const file = await openGameFile(path);
    expect(file.recovered).toBe(true);
    const isApart = file.db.prepare('SELECT words_apart FROM journal_state').pluck();
    expect([isApart.get(), wordsIn(file).match(/secret/g)!.length]).toEqual([0, all.length + kept.length]);
    const journal = new SqliteJournal(file);
    expect(isApart.get()).toBe(1);
    expect(journal.letters().map(({ letter, words }) => [letter, words])).toEqual(
      kept.map(({ letter, words }) => [letter, words]),
    );
    expect(wordsIn(file).match(/secret/g)).toHaveLength(kept.length);
    const sent: string[] = [];
    journal.entries(1, (rows, each) => {
      if (rows.kind[each] === FactKind.letterSent) sent.push(rows.text[each]!);
    });
    expect(sent.filter((text) => text.startsWith('Ada\n'))).toEqual(kept.map(({ words }) => words));
    expect(checkLedger(journal).findings).toEqual([]);
    journal.close();
    closeGameFile(file);
  }, 120_000);

  it('has at most a thousand of them, and those of a window, in memory at a time', async () => {
    const path = newPath();
    const all = Array.from({ length: 3000 }, (_, i) => ({
      ...{ letter: i + 1, ...of, words: `Ada\ntitle\nsecret ${i + 1}` },
    }));
    // Those of every other window are gone: they have no row.
    const isKept = (window: number) => window % 2 === 0;
    const windows = Array.from({ length: 60 }, (_, w) => all.slice(w * 50, (w + 1) * 50));
    await writeOldFile(
      path,
      windows.map((letters, w) =>
        letters.flatMap((each) => [letterSent(each), ...(isKept(w) ? [] : [letterEnded(each.letter)])]),
      ),
      windows.filter((_, w) => isKept(w)).flat(),
    );
    const file = await openGameFile(path);
    const words = new LetterWords(file.db);
    let [sealed, most] = [0, 0];
    const seal = words.seal;
    const counting = Object.assign(words, {
      begin() {
        sealed = 0;
        LetterWords.prototype.begin.call(words);
      },
      seal(letter: number, said: string) {
        most = Math.max(most, ++sealed);
        return seal(letter, said);
      },
    });
    file.db.transaction(() => setWordsApart(file.db, new JournalWindows(file.db), counting))();
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(1000);
    expect(wordsIn(file).match(/secret/g)).toHaveLength(1500);
    closeGameFile(file);
  });
});
