-- A game file as programs of version 1 left it. Never changes: those files are out there.
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
INSERT INTO characters VALUES (7, '00000000-0000-0000-0000-000000000000', 'Aldric', 'aldric', 'meadow', 12.5, 900.015625, 3, 1234, 0, 0, 17, 2, 1, 3600, 100, 200);
INSERT INTO characters VALUES (8, '6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3c', 'Ünal', 'ünal', 'cave', 1, 2, 255, 4294967295, 65535, 65535, 4294967295, 4294967295, 4294967295, 4294967295, 150, 250);
INSERT INTO items VALUES (7, 0, 1, 20);
INSERT INTO items VALUES (7, 31, 65535, 65535);
PRAGMA application_id = 0x544f5367;
PRAGMA user_version = 1;
