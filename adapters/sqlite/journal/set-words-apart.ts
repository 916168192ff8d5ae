// In files of before version 8 the entries hold what letters say. Once, when such a file is opened first, the words of
// letters that somebody still has go into their table, all others away, and the entries get seals in their place; from the
// first of these on the chain of checksums is made anew. All in one transaction, which is as large as the journal behind
// the first letter in it.

import type { Database } from 'better-sqlite3';
import { FactRows } from '#domain/ledger/fact-rows.js';
import { LedgerState, type LedgerLetter } from '#domain/ledger/ledger-state.js';
import { withoutWords } from '#domain/ledger/letter-words.js';
import { checksumOf, torn, type JournalWindows } from './journal-windows.js';
import type { LetterWords } from './letter-words.js';

type Row = LedgerLetter & { readonly words: string };

/** Inside a transaction. */
export function setWordsApart(db: Database, windows: JournalWindows, words: LetterWords): void {
  words.begin();
  const seals = new Map<number, string>();
  const sealOf = (letter: number, said: string): string => {
    const seal = seals.get(letter) ?? words.seal(letter, said);
    seals.set(letter, seal);
    return seal;
  };
  sealRows(db, 'ledger', sealOf, words);
  sealRows(db, 'base', sealOf);
  sealEntries(db, windows, sealOf);
}

type SealOf = (letter: number, words: string) => string;

function sealRows(db: Database, set: 'ledger' | 'base', sealOf: SealOf, words?: LetterWords): void {
  const put = db.prepare<[string, number]>(`UPDATE ${set}_letters SET words = ? WHERE letter = ?`);
  const rows = db.prepare<[], Row>(`SELECT letter, sender, kind, words FROM ${set}_letters`).all();
  const there = new LedgerState(true);
  for (const row of rows) {
    const seal = sealOf(row.letter, row.words);
    put.run(seal, row.letter);
    there.letters.set(row.letter, { ...row, words: seal });
  }
  words?.write(there);
}

function sealEntries(db: Database, windows: JournalWindows, sealOf: SealOf): void {
  const put = db.prepare<[Uint8Array, number, number]>(
    'UPDATE journal SET entries = ?, checksum = ? WHERE last = ?',
  );
  const rows = new FactRows(1);
  let before = windows.base().checksum;
  // The walk is of windows as they were: each is read, with the checksum that the next one continues, before it is changed.
  for (const window of windows.from(1)) {
    const wordless = withoutWords(window.entries, rows, sealOf);
    if (wordless === undefined) throw torn(window, 'they are no whole facts');
    const checksum = checksumOf(before, window, wordless.facts);
    if (checksum !== window.checksum) put.run(wordless.facts, checksum, window.last);
    before = checksum;
  }
}
