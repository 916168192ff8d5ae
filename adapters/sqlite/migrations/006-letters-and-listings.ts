// The letters that somebody has, and what is on the market, as the journal leaves them.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'letters and listings',
  // What a letter encloses are rows of ledger_stacks and ledger_purses whose owner is its id, a listing's stack the same.
  sql: `
      CREATE TABLE ledger_letters (
        letter           INTEGER PRIMARY KEY,
        kind             INTEGER NOT NULL,
        sender           INTEGER NOT NULL,
        holder           INTEGER NOT NULL,
        cash_on_delivery INTEGER NOT NULL,
        until_seconds    INTEGER NOT NULL,
        words            TEXT    NOT NULL
      ) STRICT;
      CREATE TABLE ledger_listings (
        listing       INTEGER PRIMARY KEY,
        seller        INTEGER NOT NULL,
        price         INTEGER NOT NULL,
        until_seconds INTEGER NOT NULL
      ) STRICT;
  `,
};
