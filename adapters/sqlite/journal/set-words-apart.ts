// In files of before version 8 the entries hold what letters say. Once, when such a file is opened first, the words of
// letters that somebody still has go into their table, all others away, and the entries get seals in their place; from the
// first of these on the chain of checksums is made anew. All in one transaction, which is as large as the journal behind
// the first letter in it: whoever dies in it begins again, with the file as it was. In memory are never more than some
// letters and a window, however many there are.

import type { Database, Statement } from 'better-sqlite3';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { LedgerState, type LedgerLetter } from '#domain/ledger/state/ledger-state.js';
import { withoutWords } from '#domain/ledger/letter-words.js';
import { torn, type JournalWindows } from './journal-windows.js';
import type { LetterWords } from './letter-words.js';

/** Their words take at most some 4 KB each. */
const lettersAtOnce = 1000;

type Row = LedgerLetter & { readonly words: string };
/** Undefined where it has no row. */
type FindSeal = (letter: number) => string | undefined;

/** Inside a transaction. */
export function setWordsApart(db: Database, windows: JournalWindows, words: LetterWords): void {
  sealRows(db, 'ledger', words);
  const inLedger = sealIn(db, 'ledger');
  sealRows(db, 'base', words, inLedger);
  const inBase = sealIn(db, 'base');
  sealEntries(windows, words, (letter) => inLedger(letter) ?? inBase(letter));
  words.begin();
}

function sealIn(db: Database, set: 'ledger' | 'base'): FindSeal {
  const statement = db.prepare<[number], string>(`SELECT words FROM ${set}_letters WHERE letter = ?`).pluck();
  return (letter) => statement.get(letter);
}

/** `known`: seals of letters that have another row already, with which their words stay. */
function sealRows(db: Database, set: 'ledger' | 'base', words: LetterWords, known?: FindSeal): void {
  const put = db.prepare<[string, number]>(`UPDATE ${set}_letters SET words = ? WHERE letter = ?`);
  const some: Statement<[number], Row> = db.prepare(
    `SELECT letter, sender, kind, words FROM ${set}_letters WHERE letter > ? ORDER BY letter LIMIT ${lettersAtOnce}`,
  );
  for (let rows = some.all(-1); rows.length > 0; rows = some.all(rows.at(-1)!.letter)) {
    words.begin();
    const there = new LedgerState(true);
    for (const row of rows) {
      const seal = known?.(row.letter) ?? words.seal(row.letter, row.words);
      put.run(seal, row.letter);
      there.letters.set(row.letter, { ...row, words: seal });
    }
    // What a letter said that nobody has any more is not kept.
    if (known === undefined) words.write(there);
  }
}

function sealEntries(windows: JournalWindows, words: LetterWords, known: FindSeal): void {
  const rows = new FactRows(1);
  let before = windows.base().checksum;
  // The walk is of windows as they were: each is read, with the checksum that the next one continues, before it is changed.
  for (const window of windows.from(1)) {
    words.begin();
    const wordless = withoutWords(
      window.entries,
      rows,
      (letter, said) => known(letter) ?? words.seal(letter, said),
    );
    if (wordless === undefined) throw torn(window, 'they are no whole facts');
    const checksum = windows.checksumOf(before, window, wordless.facts);
    if (checksum !== window.checksum) windows.rewrite(window.last, checksum, wordless.facts);
    before = checksum;
  }
}
