// What vendors gave for what they keep for characters, so that who comes back buys it back for that.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'prices of sales',
  // The first sold has the lowest place.
  sql: `
      CREATE TABLE sales (
        character_id INTEGER NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
        place        INTEGER NOT NULL,
        instance     INTEGER NOT NULL,
        coins        INTEGER NOT NULL CHECK (coins > 0),
        PRIMARY KEY (character_id, place)
      ) STRICT, WITHOUT ROWID;
  `,
};
