// What characters have learned in professions, as of the journal's end and as of its base.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'professions',
  // A character that has learned nothing has no row.
  sql: `
      CREATE TABLE ledger_professions (
        character  INTEGER NOT NULL,
        profession INTEGER NOT NULL,
        skill      INTEGER NOT NULL,
        PRIMARY KEY (character, profession)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE base_professions (
        character  INTEGER NOT NULL,
        profession INTEGER NOT NULL,
        skill      INTEGER NOT NULL,
        PRIMARY KEY (character, profession)
      ) STRICT, WITHOUT ROWID;
  `,
};
