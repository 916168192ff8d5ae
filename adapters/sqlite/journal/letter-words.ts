// What letters say, in a table beside the entries. An entry has a seal in its place: the SHA-256 of the words behind a salt
// that lies with them. Without words and salt nobody can tell, by guessing either, what was sealed; with them it is seen
// that they are those that were. Words go with their letter, or with who wrote them (keepsWords), and nothing else changes.

import { createHash, randomBytes } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type { LedgerLetter, LedgerState } from '#domain/ledger/state/ledger-state.js';
import { keepsWords } from '#domain/ledger/letter-words.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { JournalError } from '#ports/storage/journal.js';

interface SealedWords {
  readonly salt: Uint8Array;
  readonly words: string;
}

const saltBytes = 16;

export class LetterWords {
  readonly #one: Statement<[number], SealedWords>;
  readonly #put: Statement<[number, Uint8Array, string]>;
  readonly #remove: Statement<[number]>;
  /** Of the window that is being stored. */
  readonly #new = new Map<number, SealedWords>();

  constructor(db: Database) {
    this.#one = db.prepare('SELECT salt, words FROM letter_words WHERE letter = ?');
    this.#put = db.prepare('INSERT OR REPLACE INTO letter_words (letter, salt, words) VALUES (?, ?, ?)');
    this.#remove = db.prepare('DELETE FROM letter_words WHERE letter = ?');
  }

  /** Before a window is read. */
  begin(): void {
    this.#new.clear();
  }

  /** What stands for them in the entry, and in the letter's row. */
  readonly seal = (letter: number, words: string): string => {
    const sealed = { salt: randomBytes(saltBytes), words };
    this.#new.set(letter, sealed);
    return sealOf(sealed);
  };

  /** Inside the transaction that stores the window. `changed` keeps what is gone. */
  write({ letters }: LedgerState): void {
    for (const [id, letter] of letters) {
      const sealed = this.#new.get(id);
      if (letter === undefined || !keepsWords(letter)) this.#remove.run(id);
      else if (letter.words === undefined) continue;
      else if (sealed !== undefined && letter.words === sealOf(sealed))
        this.#put.run(id, sealed.salt, sealed.words);
      // It ended, and is there again without a word.
      else this.#remove.run(id);
    }
  }

  /** Of a letter that somebody has, '' where they are gone. Throws a JournalError. */
  of({ letter, words: seal }: LedgerLetter): string {
    const sealed = this.#one.get(letter);
    if (sealed === undefined) return '';
    if (sealOf(sealed) === seal) return sealed.words;
    throw new JournalError('corrupt', `the words of letter ${letter} are not those that its entry sealed`);
  }

  /** In place of their seal in a fact, where they are still kept. */
  unsealFact(facts: FactRows, row: number): void {
    if (facts.kind[row] !== FactKind.letterSent) return;
    facts.text[row] = this.#unsealed(facts.document[row]!, facts.text[row] ?? '');
  }

  /** The same in all letters of a state. */
  unseal({ letters }: LedgerState): void {
    for (const [id, letter] of letters)
      if (letter?.words !== undefined)
        letters.set(id, { ...letter, words: this.#unsealed(id, letter.words) });
  }

  #unsealed(letter: number, seal: string): string {
    const sealed = this.#one.get(letter);
    return sealed !== undefined && sealOf(sealed) === seal ? sealed.words : seal;
  }
}

function sealOf({ salt, words }: SealedWords): string {
  return createHash('sha256').update(salt).update(words).digest('hex');
}
