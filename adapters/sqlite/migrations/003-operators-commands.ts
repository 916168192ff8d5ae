// Which operators' commands were begun, and what was answered.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: "operators' commands",
  // Without an answer: it was begun, and the server ended before it was known to be done.
  sql: `
      CREATE TABLE operator_commands (
        id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        kind        TEXT    NOT NULL CHECK (length(kind) <= 32),
        answer      TEXT    CHECK (length(answer) <= 256),
        begun_at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX operator_commands_by_age ON operator_commands (begun_at_ms);
  `,
};
