-- A game file as programs of version 5 left it. Never changes: those files are out there.
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
  , dead_ticks INTEGER NOT NULL DEFAULT 0
  CHECK (dead_ticks BETWEEN 0 AND 4294967295), in_combat_ticks INTEGER NOT NULL DEFAULT 0
  CHECK (in_combat_ticks BETWEEN 0 AND 4294967295), global_cooldown_ticks INTEGER NOT NULL DEFAULT 0
  CHECK (global_cooldown_ticks BETWEEN 0 AND 4294967295)) STRICT;
CREATE INDEX characters_by_account ON characters (account_id);
CREATE TABLE items (
  character_id INTEGER NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
  slot         INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 31),
  item         INTEGER NOT NULL CHECK (item BETWEEN 1 AND 65535),
  count        INTEGER NOT NULL CHECK (count BETWEEN 1 AND 65535),
  PRIMARY KEY (character_id, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE cooldowns (
  character_id INTEGER NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
  slot         INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 7),
  ticks        INTEGER NOT NULL CHECK (ticks BETWEEN 1 AND 4294967295),
  PRIMARY KEY (character_id, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE operator_commands (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  kind        TEXT    NOT NULL CHECK (length(kind) <= 32),
  answer      TEXT    CHECK (length(answer) <= 256),
  begun_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX operator_commands_by_age ON operator_commands (begun_at_ms);
INSERT INTO characters VALUES (7, '00000000-0000-0000-0000-000000000000', 'Aldric', 'aldric', 'meadow', 12.5, 900.015625, 3, 1234, 0, 0, 17, 2, 1, 3600, 100, 200, 90, 0, 0);
INSERT INTO characters VALUES (8, '6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3c', 'Ünal', 'ünal', 'cave', 1, 2, 255, 4294967295, 65535, 65535, 4294967295, 4294967295, 4294967295, 4294967295, 150, 250, 0, 250, 17);
INSERT INTO items VALUES (7, 0, 1, 20);
INSERT INTO items VALUES (7, 31, 65535, 65535);
INSERT INTO cooldowns VALUES (8, 0, 60);
INSERT INTO cooldowns VALUES (8, 7, 4294967295);
INSERT INTO operator_commands VALUES ('6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3d', 'kick', NULL, 300);
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
PRAGMA application_id = 0x544f5367;
PRAGMA user_version = 5;
