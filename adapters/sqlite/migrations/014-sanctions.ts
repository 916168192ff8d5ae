// What operators hold against players, so that it holds while the admin API is away.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'sanctions',
  // until_s is in seconds since 1970, 0 for good. The mark is the admin API's name for its state when it told this last.
  sql: `
      CREATE TABLE sanctions (
        id         TEXT PRIMARY KEY,
        measure    TEXT NOT NULL,
        character  INTEGER NOT NULL,
        name       TEXT NOT NULL,
        account_id TEXT NOT NULL,
        message    TEXT NOT NULL,
        until_s    INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sanctions_by_character ON sanctions (character);
      CREATE TABLE sanctions_told (
        one  INTEGER PRIMARY KEY CHECK (one = 1),
        mark TEXT NOT NULL
      ) STRICT;
  `,
};
