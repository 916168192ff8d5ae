// Which entries of the journal name a stack or a character (journal/entry-index): built in idle moments, of older files too.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'index of the journal',
  // keys: the first key of each piece of the run, as doubles, little endian.
  sql: `
      CREATE TABLE journal_index_runs (
        run  INTEGER PRIMARY KEY,
        keys BLOB    NOT NULL
      ) STRICT;
      CREATE TABLE journal_index (
        id       INTEGER PRIMARY KEY,
        postings BLOB    NOT NULL
      ) STRICT;
  `,
};
