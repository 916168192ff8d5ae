// Cooldowns, fights and deaths outlast the server.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'running times of characters',
  // As they were at saved_at_ms. Who was dead before this is dead since it was saved.
  sql: `
      ALTER TABLE characters ADD COLUMN dead_ticks INTEGER NOT NULL DEFAULT 0
        CHECK (dead_ticks BETWEEN 0 AND 4294967295);
      ALTER TABLE characters ADD COLUMN in_combat_ticks INTEGER NOT NULL DEFAULT 0
        CHECK (in_combat_ticks BETWEEN 0 AND 4294967295);
      ALTER TABLE characters ADD COLUMN global_cooldown_ticks INTEGER NOT NULL DEFAULT 0
        CHECK (global_cooldown_ticks BETWEEN 0 AND 4294967295);
      CREATE TABLE cooldowns (
        character_id INTEGER NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
        slot         INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 7),
        ticks        INTEGER NOT NULL CHECK (ticks BETWEEN 1 AND 4294967295),
        PRIMARY KEY (character_id, slot)
      ) STRICT, WITHOUT ROWID;
  `,
};
