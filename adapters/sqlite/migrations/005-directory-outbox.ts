// What the player directory is to be told of characters, noted with whatever stores them.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'what the player directory is to be told',
  // Triggers, so that no statement that changes a character can forget it. A row of directory_outbox is a character with
  // news: of which change they are, since when they wait, and whether it is more than time played (pressing).
  // directory_telling has one row: the telling, how many changes there were, the number and mark of the last batch that was
  // acknowledged, the mark of one that was given out, and up to which character all have been told, null when all have.
  sql: `
      CREATE TABLE directory_outbox (
        character INTEGER PRIMARY KEY,
        change    INTEGER NOT NULL,
        since_ms  INTEGER NOT NULL,
        pressing  INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX directory_outbox_pressing ON directory_outbox (change) WHERE pressing = 1;
      CREATE INDEX directory_outbox_by_age ON directory_outbox (since_ms);
      CREATE TABLE directory_telling (
        id           INTEGER PRIMARY KEY CHECK (id = 1),
        telling      TEXT    NOT NULL,
        changes      INTEGER NOT NULL,
        number       INTEGER NOT NULL,
        acknowledged TEXT,
        sending      TEXT,
        walked       INTEGER
      ) STRICT;
      INSERT INTO directory_telling (id, telling, changes, number, acknowledged, sending, walked)
        VALUES (1, lower(hex(randomblob(16))), 0, 0, NULL, NULL, 0);
      CREATE TRIGGER directory_told_of_new AFTER INSERT ON characters BEGIN
        UPDATE directory_telling SET changes = changes + 1;
        INSERT INTO directory_outbox (character, change, since_ms, pressing)
          SELECT NEW.id, changes, NEW.saved_at_ms, 1 FROM directory_telling WHERE true
          ON CONFLICT (character) DO UPDATE SET change = excluded.change, pressing = 1;
      END;
      CREATE TRIGGER directory_told_of_changed AFTER UPDATE ON characters BEGIN
        UPDATE directory_telling SET changes = changes + 1;
        INSERT INTO directory_outbox (character, change, since_ms, pressing)
          SELECT NEW.id, changes, NEW.saved_at_ms,
            (NEW.level, NEW.map_key, NEW.name, NEW.account_id) IS NOT (OLD.level, OLD.map_key, OLD.name, OLD.account_id)
          FROM directory_telling WHERE true
          ON CONFLICT (character) DO UPDATE SET change = excluded.change, pressing = max(pressing, excluded.pressing);
      END;
      CREATE TRIGGER directory_told_of_gone AFTER DELETE ON characters BEGIN
        UPDATE directory_telling SET changes = changes + 1;
        INSERT INTO directory_outbox (character, change, since_ms, pressing)
          SELECT OLD.id, changes, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1 FROM directory_telling WHERE true
          ON CONFLICT (character) DO UPDATE SET change = excluded.change, pressing = 1;
      END;
  `,
};
