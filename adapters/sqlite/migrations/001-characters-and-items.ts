// The first tables.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'characters and their items',
  // name_key is the folded name: SQLite's NOCASE knows ASCII only. AUTOINCREMENT never gives an id again.
  sql: `
      CREATE TABLE characters (
        id             INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
        account_id     TEXT    NOT NULL CHECK (length(account_id) = 36),
        name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 24),
        name_key       TEXT    NOT NULL UNIQUE,
        map_key        TEXT    NOT NULL CHECK (length(map_key) BETWEEN 1 AND 32),
        x              REAL    NOT NULL CHECK (x BETWEEN 0 AND 1024),
        y              REAL    NOT NULL CHECK (y BETWEEN 0 AND 1024),
        level          INTEGER NOT NULL CHECK (level BETWEEN 1 AND 255),
        experience     INTEGER NOT NULL CHECK (experience BETWEEN 0 AND 4294967295),
        health         INTEGER NOT NULL CHECK (health BETWEEN 0 AND 65535),
        mana           INTEGER NOT NULL CHECK (mana BETWEEN 0 AND 65535),
        coins          INTEGER NOT NULL CHECK (coins BETWEEN 0 AND 4294967295),
        kills          INTEGER NOT NULL CHECK (kills BETWEEN 0 AND 4294967295),
        deaths         INTEGER NOT NULL CHECK (deaths BETWEEN 0 AND 4294967295),
        played_seconds INTEGER NOT NULL CHECK (played_seconds BETWEEN 0 AND 4294967295),
        created_at_ms  INTEGER NOT NULL,
        saved_at_ms    INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX characters_by_account ON characters (account_id);
      CREATE TABLE items (
        character_id INTEGER NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
        slot         INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 31),
        item         INTEGER NOT NULL CHECK (item BETWEEN 1 AND 65535),
        count        INTEGER NOT NULL CHECK (count BETWEEN 1 AND 65535),
        PRIMARY KEY (character_id, slot)
      ) STRICT, WITHOUT ROWID;
  `,
};
