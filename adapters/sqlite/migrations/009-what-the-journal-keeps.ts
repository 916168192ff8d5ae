// What characters own is the journal's alone: what lay beside it, unread since there is a journal, goes.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'what characters own, in the journal alone',
  // A file from before there was a journal has it nowhere else: until the journal is opened, and takes it as its first
  // entries, it lies in the opening_ tables. In all other files these are empty.
  sql: `
      CREATE TABLE opening_numbers (
        character  INTEGER PRIMARY KEY,
        coins      INTEGER NOT NULL,
        experience INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE opening_items (
        character INTEGER NOT NULL,
        slot      INTEGER NOT NULL,
        item      INTEGER NOT NULL,
        count     INTEGER NOT NULL,
        PRIMARY KEY (character, slot)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO opening_numbers (character, coins, experience)
        SELECT id, coins, experience FROM characters
        WHERE (coins > 0 OR experience > 0) AND (SELECT opened FROM journal_state) = 0;
      INSERT INTO opening_items (character, slot, item, count)
        SELECT character_id, slot, item, count FROM items WHERE (SELECT opened FROM journal_state) = 0;
      DROP TABLE items;
      ALTER TABLE characters DROP COLUMN coins;
      ALTER TABLE characters DROP COLUMN experience;
  `,
};
