// The journal of durable facts, and who has what as it leaves it.

import type { Migration } from '../schema/migrate.js';

export const migration: Migration = {
  name: 'the journal and its tables',
  // A row of journal is a window: the entries first to last, one behind the other; instance and document are the highest
  // so far. journal_state has one row: whether what characters had before the journal is in it, and the number up to
  // which the tables were proven.
  sql: `
      CREATE TABLE journal (
        last       INTEGER PRIMARY KEY,
        first      INTEGER NOT NULL,
        first_tick INTEGER NOT NULL,
        last_tick  INTEGER NOT NULL,
        instance   INTEGER NOT NULL,
        document   INTEGER NOT NULL,
        checksum   INTEGER NOT NULL,
        entries    BLOB    NOT NULL
      ) STRICT;
      CREATE TABLE journal_state (
        id     INTEGER PRIMARY KEY CHECK (id = 1),
        opened INTEGER NOT NULL,
        proven INTEGER NOT NULL
      ) STRICT;
      INSERT INTO journal_state (id, opened, proven) VALUES (1, 0, 0);
      CREATE TABLE ledger_stacks (
        instance INTEGER PRIMARY KEY,
        item     INTEGER NOT NULL,
        count    INTEGER NOT NULL CHECK (count > 0),
        holder   INTEGER NOT NULL,
        owner    INTEGER NOT NULL,
        slot     INTEGER NOT NULL,
        wear     INTEGER NOT NULL,
        bound    INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX ledger_stacks_by_owner ON ledger_stacks (owner, holder) WHERE owner > 0;
      CREATE TABLE ledger_purses (
        kind  INTEGER NOT NULL,
        owner INTEGER NOT NULL,
        coins INTEGER NOT NULL,
        PRIMARY KEY (owner, kind)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE ledger_experience (
        character INTEGER PRIMARY KEY,
        points    INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE ledger_commands (
        place     INTEGER PRIMARY KEY,
        character INTEGER NOT NULL,
        command   INTEGER NOT NULL,
        request   INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE ledger_ground (
        instance   INTEGER PRIMARY KEY,
        map        INTEGER NOT NULL,
        x          REAL    NOT NULL,
        y          REAL    NOT NULL,
        character  INTEGER NOT NULL,
        ticks      INTEGER NOT NULL,
        since_tick INTEGER NOT NULL
      ) STRICT;
  `,
};
