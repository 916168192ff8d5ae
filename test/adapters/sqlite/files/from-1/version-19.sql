-- A game file as programs of version 19 left it. Never changes: those files are out there.
CREATE TABLE characters (
  id             INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
  account_id     TEXT    NOT NULL CHECK (length(account_id) = 36),
  name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 24),
  name_key       TEXT    NOT NULL UNIQUE,
  map_key        TEXT    NOT NULL CHECK (length(map_key) BETWEEN 1 AND 32),
  x              REAL    NOT NULL CHECK (x BETWEEN 0 AND 1024),
  y              REAL    NOT NULL CHECK (y BETWEEN 0 AND 1024),
  level          INTEGER NOT NULL CHECK (level BETWEEN 1 AND 255),
  health         INTEGER NOT NULL CHECK (health BETWEEN 0 AND 65535),
  mana           INTEGER NOT NULL CHECK (mana BETWEEN 0 AND 65535),
  kills          INTEGER NOT NULL CHECK (kills BETWEEN 0 AND 4294967295),
  deaths         INTEGER NOT NULL CHECK (deaths BETWEEN 0 AND 4294967295),
  played_seconds INTEGER NOT NULL CHECK (played_seconds BETWEEN 0 AND 4294967295),
  created_at_ms  INTEGER NOT NULL,
  saved_at_ms    INTEGER NOT NULL
  , dead_ticks INTEGER NOT NULL DEFAULT 0
  CHECK (dead_ticks BETWEEN 0 AND 4294967295), in_combat_ticks INTEGER NOT NULL DEFAULT 0
  CHECK (in_combat_ticks BETWEEN 0 AND 4294967295), global_cooldown_ticks INTEGER NOT NULL DEFAULT 0
  CHECK (global_cooldown_ticks BETWEEN 0 AND 4294967295)) STRICT;
INSERT INTO characters VALUES(7,'00000000-0000-0000-0000-000000000000','Aldric','aldric','meadow',12.5,900.01562500000000001,3,0,0,2,1,3600,100,200,90,0,0);
INSERT INTO characters VALUES(8,'6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3c','Ünal','ünal','cave',1.0,2.0,255,65535,65535,4294967295,4294967295,4294967295,150,250,0,250,17);
CREATE TABLE cooldowns (
  character_id INTEGER NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
  slot         INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 7),
  ticks        INTEGER NOT NULL CHECK (ticks BETWEEN 1 AND 4294967295),
  PRIMARY KEY (character_id, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO cooldowns VALUES(8,0,60);
INSERT INTO cooldowns VALUES(8,7,4294967295);
CREATE TABLE operator_commands (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  kind        TEXT    NOT NULL CHECK (length(kind) <= 32),
  answer      TEXT    CHECK (length(answer) <= 256),
  begun_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO operator_commands VALUES('6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3d','kick',NULL,300);
CREATE TABLE journal (
  last       INTEGER PRIMARY KEY,
  first      INTEGER NOT NULL,
  first_tick INTEGER NOT NULL,
  last_tick  INTEGER NOT NULL,
  instance   INTEGER NOT NULL,
  document   INTEGER NOT NULL,
  checksum   INTEGER NOT NULL,
  entries    BLOB    NOT NULL
, stored_unix INTEGER, unpacked_bytes INTEGER) STRICT;
INSERT INTO journal VALUES(6,1,0,0,2,0,535445400,X'1500000000000000000700000000000000000000000200000000000031400000000000003140010000000000001c4016000000000000000000000000070000000200000000004893400000000000489340150000000000000000080000000000000000000000020000e0ffffffef410000e0ffffffef410100000000000020401600000000000000000000000008000000020000e0ffffffef410000e0ffffffef411400000000000000000000000007000000000000000000000002000000000000f03f010000000000000034400000000000003440010000000000001c40000000000000000000000000000014000000000000000000000000070000000000000000000000020000000000000040ffff00000000e0ffef4000000000e0ffef40010000000000001c401f00000000000000000000000000',1795989766,NULL);
CREATE TABLE journal_state (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  opened INTEGER NOT NULL,
  proven INTEGER NOT NULL
, words_apart INTEGER NOT NULL DEFAULT 0, followed INTEGER NOT NULL DEFAULT 0, times_from INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO journal_state VALUES(1,1,6,1,6,7);
CREATE TABLE ledger_purses (
  kind  INTEGER NOT NULL,
  owner INTEGER NOT NULL,
  coins INTEGER NOT NULL,
  PRIMARY KEY (owner, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO ledger_purses VALUES(1,7,17);
INSERT INTO ledger_purses VALUES(1,8,4294967295);
CREATE TABLE ledger_experience (
  character INTEGER PRIMARY KEY,
  points    INTEGER NOT NULL
) STRICT;
INSERT INTO ledger_experience VALUES(7,1234);
INSERT INTO ledger_experience VALUES(8,4294967295);
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
CREATE TABLE directory_outbox (
  character INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  since_ms  INTEGER NOT NULL,
  pressing  INTEGER NOT NULL
) STRICT;
CREATE TABLE directory_telling (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  telling      TEXT    NOT NULL,
  changes      INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  acknowledged TEXT,
  sending      TEXT,
  walked       INTEGER
) STRICT;
INSERT INTO directory_telling VALUES(1,'76cfbfb0d54c4fb35d1c1fd492ccf8d7',0,0,NULL,NULL,0);
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
CREATE TABLE ledger_fallen (
  map         INTEGER NOT NULL,
  spawn_group TEXT    NOT NULL,
  member      INTEGER NOT NULL,
  due_tick    INTEGER NOT NULL,
  PRIMARY KEY (map, spawn_group, member)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_base (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  number   INTEGER NOT NULL,
  tick     INTEGER NOT NULL,
  instance INTEGER NOT NULL,
  document INTEGER NOT NULL,
  checksum INTEGER NOT NULL
, letter INTEGER NOT NULL DEFAULT 0, listing INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO journal_base VALUES(1,0,0,0,0,0,0,0);
CREATE TABLE base_totals (
  summed    INTEGER PRIMARY KEY,
  created   INTEGER NOT NULL,
  destroyed INTEGER NOT NULL
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
CREATE TABLE letter_words (
  letter INTEGER PRIMARY KEY,
  salt   BLOB NOT NULL,
  words  TEXT NOT NULL
) STRICT;
CREATE TABLE erased_characters (
  character     INTEGER PRIMARY KEY,
  created_at_ms INTEGER NOT NULL,
  begun_at_ms   INTEGER NOT NULL,
  erased_at_ms  INTEGER
) STRICT;
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
CREATE TABLE IF NOT EXISTS "ledger_stacks" (
        owner    INTEGER NOT NULL,
        instance INTEGER NOT NULL,
        item     INTEGER NOT NULL,
        count    INTEGER NOT NULL CHECK (count > 0),
        holder   INTEGER NOT NULL,
        slot     INTEGER NOT NULL,
        wear     INTEGER NOT NULL,
        bound    INTEGER NOT NULL,
        PRIMARY KEY (owner, instance)
      ) STRICT, WITHOUT ROWID;
INSERT INTO ledger_stacks VALUES(7,1,1,20,1,0,0,0);
INSERT INTO ledger_stacks VALUES(7,2,65535,65535,1,31,0,0);
CREATE TABLE IF NOT EXISTS "base_stacks" (
        owner    INTEGER NOT NULL,
        instance INTEGER NOT NULL,
        item     INTEGER NOT NULL,
        count    INTEGER NOT NULL CHECK (count > 0),
        holder   INTEGER NOT NULL,
        slot     INTEGER NOT NULL,
        wear     INTEGER NOT NULL,
        bound    INTEGER NOT NULL,
        PRIMARY KEY (owner, instance)
      ) STRICT, WITHOUT ROWID;
CREATE TABLE sanctions (
        id         TEXT PRIMARY KEY,
        measure    TEXT NOT NULL,
        character  INTEGER NOT NULL,
        name       TEXT NOT NULL,
        account_id TEXT NOT NULL,
        message    TEXT NOT NULL,
        until_s    INTEGER NOT NULL
      ) STRICT;
CREATE TABLE sanctions_told (
        one  INTEGER PRIMARY KEY CHECK (one = 1),
        mark TEXT NOT NULL
      ) STRICT;
      CREATE TABLE sales (
        character_id INTEGER NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
        place        INTEGER NOT NULL,
        instance     INTEGER NOT NULL,
        coins        INTEGER NOT NULL CHECK (coins > 0),
        PRIMARY KEY (character_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE journal_index_runs (
        run  INTEGER PRIMARY KEY,
        keys BLOB    NOT NULL
      ) STRICT;
      CREATE TABLE journal_index (
        id       INTEGER PRIMARY KEY,
        postings BLOB    NOT NULL
      ) STRICT;
      CREATE TABLE ledger_professions (
        character  INTEGER NOT NULL,
        profession INTEGER NOT NULL,
        skill      INTEGER NOT NULL,
        PRIMARY KEY (character, profession)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE base_professions (
        character  INTEGER NOT NULL,
        profession INTEGER NOT NULL,
        skill      INTEGER NOT NULL,
        PRIMARY KEY (character, profession)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE ledger_quests (
        character     INTEGER NOT NULL,
        quest         INTEGER NOT NULL,
        stage         INTEGER NOT NULL,
        progress      INTEGER NOT NULL,
        completed     INTEGER NOT NULL,
        until_seconds INTEGER NOT NULL,
        PRIMARY KEY (character, quest)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE base_quests (
        character     INTEGER NOT NULL,
        quest         INTEGER NOT NULL,
        stage         INTEGER NOT NULL,
        progress      INTEGER NOT NULL,
        completed     INTEGER NOT NULL,
        until_seconds INTEGER NOT NULL,
        PRIMARY KEY (character, quest)
      ) STRICT, WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('characters',8);
CREATE INDEX characters_by_account ON characters (account_id);
CREATE INDEX operator_commands_by_age ON operator_commands (begun_at_ms);
CREATE INDEX directory_outbox_pressing ON directory_outbox (change) WHERE pressing = 1;
CREATE INDEX directory_outbox_by_age ON directory_outbox (since_ms);
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
CREATE INDEX sanctions_by_character ON sanctions (character);
PRAGMA application_id = 0x544f5367;
PRAGMA user_version = 19;
