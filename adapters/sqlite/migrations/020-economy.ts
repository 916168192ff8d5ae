// Sums of the economy by hour and day (economy/sqlite-economy-store): made in idle moments, of older files too.

import type { Migration } from '../schema/migrate.js';

const flows = (table: string, time: string): string => `
      CREATE TABLE ${table} (
        ${time}    INTEGER NOT NULL,
        summed    INTEGER NOT NULL,
        verb      INTEGER NOT NULL,
        created   INTEGER NOT NULL,
        destroyed INTEGER NOT NULL,
        moved     INTEGER NOT NULL,
        PRIMARY KEY (${time}, summed, verb)
      ) STRICT, WITHOUT ROWID;
`;

export const migration: Migration = {
  name: 'sums of the economy',
  // summed: as in base_totals, and -4 for units of all items. Hours and days since 1970. economy_state has one row once sums
  // were begun: the last entry that is in them, and what was counted of breaches, rows that became a part of a day's, and
  // rows of days that were let go of.
  sql: `
      CREATE TABLE economy_state (
        id        INTEGER PRIMARY KEY CHECK (id = 1),
        end       INTEGER NOT NULL,
        breaches  INTEGER NOT NULL,
        rolled_up INTEGER NOT NULL,
        dropped   INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE economy_totals (
        summed    INTEGER PRIMARY KEY,
        created   INTEGER NOT NULL,
        destroyed INTEGER NOT NULL
      ) STRICT;
${flows('economy_hours', 'hour')}${flows('economy_days', 'day')}
      CREATE TABLE economy_breaches (
        id          INTEGER PRIMARY KEY,
        entry       INTEGER NOT NULL,
        tick        INTEGER NOT NULL,
        stored_unix INTEGER,
        verb        INTEGER NOT NULL,
        summed      INTEGER NOT NULL,
        sum         INTEGER NOT NULL
      ) STRICT;
  `,
};
