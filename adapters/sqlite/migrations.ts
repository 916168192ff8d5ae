// The shapes that the game's file has had, oldest first; a file's user_version is the number of those applied.
// A migration that was released never changes again: the next change is a new entry at the end.

import type { Database } from 'better-sqlite3';

import { copyPath } from './copy-before-migration.js';
import { GameFileError } from './game-file-error.js';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** 'TOSg' in the file's header says whose file it is. */
export const applicationId = 0x544f5367;

export const migrations: readonly Migration[] = [
  {
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
  },
  {
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
  },
  {
    name: "operators' commands",
    // Without an answer: it was begun, and the server ended before it was known to be done.
    sql: `
      CREATE TABLE operator_commands (
        id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        kind        TEXT    NOT NULL CHECK (length(kind) <= 32),
        answer      TEXT    CHECK (length(answer) <= 256),
        begun_at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX operator_commands_by_age ON operator_commands (begun_at_ms);
    `,
  },
];

/** Refuses a file that is another application's, or newer than `known`; changes nothing. */
export function requireMigratable(db: Database, path: string, known: readonly Migration[]): void {
  const owner = numberOf(db, 'application_id');
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (owner !== applicationId && (owner !== 0 || tables > 0)) {
    throw new GameFileError('not-a-game-file', `${path} is another application's SQLite file; move it away`);
  }
  const version = numberOf(db, 'user_version');
  if (version > known.length) {
    const before = copyPath(path, known.length);
    throw new GameFileError(
      'newer-version',
      `${path} has version ${version}, and this program knows versions up to ${known.length}: start the newer program; ` +
        `or, to lose what was played since the upgrade, put ${before}, which the upgrade left there, in its place`,
    );
  }
}

/** Brings the file to the newest of `known`, each step whole or not at all. Returns the names of those applied. */
export function migrate(db: Database, known: readonly Migration[]): string[] {
  const applied: string[] = [];
  for (let version = numberOf(db, 'user_version'); version < known.length; version += 1) {
    const { name, sql } = known[version]!;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
    applied.push(name);
  }
  return applied;
}

function numberOf(db: Database, pragma: string): number {
  return db.pragma(pragma, { simple: true }) as number;
}
