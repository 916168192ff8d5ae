// What letters say stands beside the journal, and characters that were erased are remembered.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'words of letters apart, and erased characters',
  // The journal itself moves words out of the entries, when it opens the file first (words_apart). In erased_characters
  // created_at_ms says which character it was, for ids may be given again after a file was put back to an earlier time;
  // without erased_at_ms it is to be erased and is not yet.
  sql: `
      CREATE TABLE letter_words (
        letter INTEGER PRIMARY KEY,
        salt   BLOB NOT NULL,
        words  TEXT NOT NULL
      ) STRICT;
      ALTER TABLE journal_state ADD COLUMN words_apart INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE erased_characters (
        character     INTEGER PRIMARY KEY,
        created_at_ms INTEGER NOT NULL,
        begun_at_ms   INTEGER NOT NULL,
        erased_at_ms  INTEGER
      ) STRICT;
  `,
};
