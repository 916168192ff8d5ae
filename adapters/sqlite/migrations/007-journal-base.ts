// When creatures that were killed come back; when windows were stored; what the oldest entry that the journal still keeps
// continues.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'fallen creatures, and what the journal begins with',
  // ledger_fallen has a row for each member of a spawn group that ever fell: as many as the content has, or had.
  // stored_unix is when a window was stored, in seconds by the clock of then; NULL where it was not noted.
  // journal_base has one row: the last entry that is not kept, by number, tick, highest ids and checksum of its window. The
  // tables beside it are who had what after it, base_totals what had been created and destroyed: of items by their id, of
  // coins by -1, of experience by -2.
  sql: `
      CREATE TABLE ledger_fallen (
        map         INTEGER NOT NULL,
        spawn_group TEXT    NOT NULL,
        member      INTEGER NOT NULL,
        due_tick    INTEGER NOT NULL,
        PRIMARY KEY (map, spawn_group, member)
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE journal ADD COLUMN stored_unix INTEGER;
      CREATE TABLE journal_base (
        id       INTEGER PRIMARY KEY CHECK (id = 1),
        number   INTEGER NOT NULL,
        tick     INTEGER NOT NULL,
        instance INTEGER NOT NULL,
        document INTEGER NOT NULL,
        checksum INTEGER NOT NULL
      ) STRICT;
      INSERT INTO journal_base (id, number, tick, instance, document, checksum) VALUES (1, 0, 0, 0, 0, 0);
      CREATE TABLE base_totals (
        summed    INTEGER PRIMARY KEY,
        created   INTEGER NOT NULL,
        destroyed INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE base_stacks (
        instance INTEGER PRIMARY KEY,
        item     INTEGER NOT NULL,
        count    INTEGER NOT NULL CHECK (count > 0),
        holder   INTEGER NOT NULL,
        owner    INTEGER NOT NULL,
        slot     INTEGER NOT NULL,
        wear     INTEGER NOT NULL,
        bound    INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE base_purses (
        kind  INTEGER NOT NULL,
        owner INTEGER NOT NULL,
        coins INTEGER NOT NULL,
        PRIMARY KEY (owner, kind)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE base_experience (
        character INTEGER PRIMARY KEY,
        points    INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE base_commands (
        place     INTEGER PRIMARY KEY,
        character INTEGER NOT NULL,
        command   INTEGER NOT NULL,
        request   INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE base_ground (
        instance   INTEGER PRIMARY KEY,
        map        INTEGER NOT NULL,
        x          REAL    NOT NULL,
        y          REAL    NOT NULL,
        character  INTEGER NOT NULL,
        ticks      INTEGER NOT NULL,
        since_tick INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE base_letters (
        letter           INTEGER PRIMARY KEY,
        kind             INTEGER NOT NULL,
        sender           INTEGER NOT NULL,
        holder           INTEGER NOT NULL,
        cash_on_delivery INTEGER NOT NULL,
        until_seconds    INTEGER NOT NULL,
        words            TEXT    NOT NULL
      ) STRICT;
      CREATE TABLE base_listings (
        listing       INTEGER PRIMARY KEY,
        seller        INTEGER NOT NULL,
        price         INTEGER NOT NULL,
        until_seconds INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE base_fallen (
        map         INTEGER NOT NULL,
        spawn_group TEXT    NOT NULL,
        member      INTEGER NOT NULL,
        due_tick    INTEGER NOT NULL,
        PRIMARY KEY (map, spawn_group, member)
      ) STRICT, WITHOUT ROWID;
  `,
};
